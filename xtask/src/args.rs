//! Reading a command's arguments.

use lexopt::prelude::*;
use std::ffi::OsString;

/// What stands behind a command's name.
pub(crate) type Args = [OsString];

/// A reader of a command's arguments.
pub(crate) fn parser(args: &Args) -> lexopt::Parser {
    lexopt::Parser::from_args(args)
}

/// For a command without arguments: the first one is an error.
pub(crate) fn none(args: &Args) -> Result<(), lexopt::Error> {
    match parser(args).next()? {
        None => Ok(()),
        Some(arg) => Err(arg.unexpected()),
    }
}

/// Whether a command is asked for its help.
pub(crate) fn ask_help(args: &Args) -> bool {
    args.iter().any(|arg| arg == "--help" || arg == "-h")
}

/// The number of a port.
pub(crate) fn port(parser: &mut lexopt::Parser) -> Result<u16, lexopt::Error> {
    let number = |text: &str| text.parse().ok().filter(|port| *port > 0).ok_or("a port is a number from 1 to 65535");
    parser.value()?.parse_with(number)
}

/// Words as the shell would give them.
#[cfg(test)]
pub(crate) fn words(line: &str) -> Vec<OsString> {
    line.split_whitespace().map(OsString::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_without_arguments_names_the_first_one() {
        assert!(none(&[]).is_ok());
        let said = none(&words("--fast")).expect_err("there is none").to_string();
        assert!(said.contains("--fast"), "{said}");
    }

    #[test]
    fn help_is_asked_for_anywhere() {
        assert!(ask_help(&words("--port 9000 --help")) && ask_help(&words("-h")));
        assert!(!ask_help(&words("--port 9000")));
    }

    #[test]
    fn a_port_is_a_number_that_exists() {
        let read = |line| {
            let mut parser = parser(&words(line));
            assert!(parser.next().is_ok_and(|name| name == Some(Long("port"))));
            port(&mut parser).map_err(|error| error.to_string())
        };
        assert_eq!((read("--port 9000"), read("--port=9000")), (Ok(9000), Ok(9000)));
        for wrong in ["--port 0", "--port many", "--port 65536"] {
            let said = read(wrong).expect_err(wrong);
            assert!(said.contains("from 1 to 65535"), "{said}");
        }
        assert!(read("--port").expect_err("no number").contains("--port"));
    }
}
