//! The commands by name, with their help.

use crate::args::{Args, ask_help};
use crate::failure::{Ended, Failure};
use crate::{audit, browser, build, check, fuzz, listen, reproducible, serve, suite};

/// A command of xtask.
struct Command {
    name: &'static str,
    /// Its arguments as a person types them.
    usage: &'static str,
    /// What it does, in the list of commands.
    about: &'static str,
    /// What only its own help tells.
    more: &'static str,
    run: fn(&Args) -> Ended,
}

const COMMANDS: [Command; 13] = [
    Command {
        name: "serve",
        usage: "[--release] [--port N]",
        about: "show the infographic at http://127.0.0.1:8080/",
        more: "It is built again after each change.
--release   build as for publication, which takes longer
--port N    use another port than 8080",
        run: serve::command,
    },
    Command {
        name: "build",
        usage: "[--stable]",
        about: "write dist/, ready for any static host; --stable: without unstable flags",
        more: "Prints every file with its size, and what a visit loads.
--stable   compile the programs with stable settings of Rust alone; they weigh some more",
        run: build::command,
    },
    Command {
        name: "check",
        usage: "[FILE|DIR] [--json]",
        about: "tell every fault of a story, with line and column; --json: for editors",
        more: "Without FILE or DIR it checks the chosen story.
Exit code: 0 fine or warnings only, 1 faults, 2 the story cannot be read or the arguments are wrong.",
        run: check::command,
    },
    Command {
        name: "test",
        usage: "[--host] [--accept]",
        about: "run every test; --host: none in a browser; --accept: renew kept pictures",
        more: "--host     only what needs no browser
--accept   renew the schema, the pictures in tests/output and the counts in docs/browsers.md; look at their difference
           before you commit it
With TECH_TIES_STORY: the host tests, and the build and the browser tests of that story.",
        run: suite::command,
    },
    Command {
        name: "bench",
        usage: "[ARGS]",
        about: "measure the built site beside its peers",
        more: "--rounds N   how often each page is loaded: 9 unless told
--only PART  load, scale, interact, embeds, hundred, life or lighthouse
--ours URL   a page that takes part in the scaling benchmark",
        run: browser::bench,
    },
    Command {
        name: "picture",
        usage: "",
        about: "take the README's picture, or another story's: picture.png beside it",
        more: "",
        run: browser::picture,
    },
    Command {
        name: "gallery",
        usage: "[DIR] [ARGS]",
        about: "picture every chart and the page in every look and width, on one sheet:
target/gallery/index.html; fewer with --only CHART|page,
--theme light|dark|forced|print, --width N, --text 1|2 (times as large)",
        more: "DIR is where the sheet goes, taken from the top folder of the repository.",
        run: browser::gallery,
    },
    Command {
        name: "heights",
        usage: "",
        about: "measure how high each view is, for embed.js: heights.json beside the story",
        more: "It builds before that, to measure, and after that, with what was measured.",
        run: browser::heights,
    },
    Command {
        name: "load",
        usage: "[ARGS]",
        about: "ask a real nginx with the built site by many connections at once",
        more: "--connections N   how many: 2000 unless told
--seconds N       for how long: 30 unless told
Every answer must be whole and have its headers.",
        run: browser::load,
    },
    Command {
        name: "listen",
        usage: "[--accept] [--must] [JOURNEY]",
        about: "hear the built site by a real screen reader, Orca with Firefox (some ten minutes)",
        more: "--accept   keep what is heard in tests/heard; look at the difference before you commit it
--must     fail where something is lacking for that, rather than skip it
JOURNEY    reading, headings, lists, tables, marks, opened, choices, years, framed or shared",
        run: listen::command,
    },
    Command {
        name: "audit",
        usage: "[--offline]",
        about: "judge all crates and npm packages: licences, sources, known faults",
        more: "--offline   licences and sources only, without asking anybody for known faults",
        run: audit::command,
    },
    Command {
        name: "fuzz",
        usage: "[--seconds N] [INPUT]",
        about: "look for an input that makes the program fail: story, data, address, picture, typed",
        more: "--seconds N   how long each input is tried: 60 unless told
What is found is kept in fuzz/kept, and `cargo xtask test` tries it from then on.",
        run: fuzz::command,
    },
    Command {
        name: "reproducible",
        usage: "",
        about: "build two clones of what is committed, with two Cargo homes, and compare",
        more: "Names each file of dist/ in which they differ.",
        run: reproducible::command,
    },
];

const STORY: &str =
    "TECH_TIES_STORY=DIR before any of them but bench: the story in DIR/story.json in place of static/story.json";

/// Runs the command of that name, or tells how.
pub(crate) fn run(name: &str, args: &Args) -> Ended {
    if ["", "help", "-h", "--help"].contains(&name) {
        println!("{}", list());
        return Ok(());
    }
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        return Err(Failure::Arguments(format!("there is no command `{name}`; these are:\n{}", list())));
    };
    if ask_help(args) {
        println!("{}", command.help());
        return Ok(());
    }
    (command.run)(args).map_err(|failure| command.explain(failure))
}

/// The help of all commands.
fn list() -> String {
    let lines = COMMANDS.iter().map(|command| {
        let about = command.about.replace('\n', &format!("\n{:43}", ""));
        format!("{:42} {about}", command.line())
    });
    format!("{}\n\n{STORY}", lines.collect::<Vec<_>>().join("\n"))
}

impl Command {
    /// How to type it.
    fn line(&self) -> String {
        format!("cargo xtask {} {}", self.name, self.usage).trim_end().to_owned()
    }

    fn help(&self) -> String {
        let parts = [self.line(), self.about.to_owned(), self.more.to_owned()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
    }

    /// Says beside a wrong argument which ones there are.
    fn explain(&self, failure: Failure) -> Failure {
        match failure {
            Failure::Arguments(what) => {
                let Self { name, .. } = self;
                Failure::Arguments(format!(
                    "{name}: {what}\nusage: {}; more with `cargo xtask {name} --help`",
                    self.line()
                ))
            }
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::words;

    #[test]
    fn the_help_names_every_command() {
        for command in &COMMANDS {
            assert!(list().contains(&command.line()), "{}", command.name);
            assert!(command.help().contains(command.about), "{}", command.name);
            assert_eq!(run(command.name, &words("--help")), Ok(()));
        }
    }

    #[test]
    fn an_unknown_command_is_refused_with_those_there_are() {
        let Err(Failure::Arguments(said)) = run("biuld", &[]) else { panic!("there is no such command") };
        assert!(said.contains("`biuld`") && said.contains("cargo xtask build"), "{said}");
    }

    #[test]
    fn an_unknown_argument_is_refused_with_those_there_are() {
        for command in
            ["serve", "build", "check", "test", "picture", "heights", "listen", "audit", "fuzz", "reproducible"]
        {
            let Err(Failure::Arguments(said)) = run(command, &words("--fast")) else {
                panic!("{command} has no --fast")
            };
            assert!(said.contains("--fast") && said.contains(&format!("cargo xtask {command}")), "{said}");
        }
    }
}
