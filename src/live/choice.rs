//! One of several, as radio buttons.

use super::reducer::Action;
use charts::Setting;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// The name of the group of radio buttons.
    pub(super) name: String,
    pub(super) legend: String,
    pub(super) options: Vec<(Setting, String, bool)>,
    pub(super) chart: usize,
    pub(super) act: Callback<Action>,
}

#[function_component]
pub(super) fn Choice(props: &Props) -> Html {
    // The arrow keys go from one to the next by themselves.
    let option = |(setting, name, checked): &(Setting, String, bool)| {
        let (act, action) = (props.act.clone(), Action::Set(props.chart, *setting));
        html! {
            <label class="choice">
                <input
                    type="radio" name={props.name.clone()} checked={*checked}
                    onchange={move |_| act.emit(action.clone())}
                />
                <span>{ name }</span>
            </label>
        }
    };
    html! { <fieldset><legend>{ &props.legend }</legend>{ for props.options.iter().map(option) }</fieldset> }
}
