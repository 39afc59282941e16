//! The schema of the story file follows from its types.

mod common;

#[test]
fn the_schema_is_that_of_the_types() {
    let schema = serde_json::to_string_pretty(&schemars::schema_for!(tech_ties::story::Story)).expect("JSON");
    common::assert_kept("static/story.schema.json", &(schema + "\n"));
}
