//! One security policy wherever the page is served: by static hosts and by `trunk serve`.

use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};
use std::fs;

/// The directives of a policy, in order.
fn directives(policy: &str) -> Vec<&str> {
    policy.split(';').map(str::trim).filter(|directive| !directive.is_empty()).collect()
}

fn read(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn trunk_sends_the_policy_of_static_hosts() {
    let headers = read("static/_headers");
    let policy = headers.lines().find_map(|line| line.trim().strip_prefix("Content-Security-Policy: "));
    let policy = directives(policy.expect("a policy in static/_headers"));

    let trunk = read("Trunk.toml");
    let (_, list) = trunk.split_once("csp = [").expect("a policy in Trunk.toml");
    let lines = list.lines().map(str::trim).take_while(|line| *line != "]");
    let sent: Vec<String> = lines
        .filter(|line| !line.is_empty())
        // The reload script and its socket are all that development adds.
        .map(|line| line.trim_matches([',', '"']).replace(" 'nonce-{{NONCE}}'", "").replace(" ws:", ""))
        .collect();
    assert_eq!(sent, policy);
}

#[test]
fn the_policy_allows_the_one_script_within_the_pages() {
    let script = tech_ties::publish::inline(&read("static/head.js"));
    let hash = format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(&script)));
    assert!(!script.contains("//") && !script.contains("</"), "{script}");
    for file in ["static/_headers", "Trunk.toml"] {
        assert!(read(file).contains(&hash), "head.js has changed: its hash is {hash}, which {file} does not name");
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "every other part stands in quotes")]
fn what_the_guide_to_security_names_is_there() {
    let guide = read("docs/security.md");
    let named = guide.split('`').skip(1).step_by(2).filter(|name| name.contains('/') && !name.contains(' '));
    let missing: Vec<&str> = named.filter(|name| !std::path::Path::new(name).exists()).collect();
    assert_eq!(missing, Vec::<&str>::new());
}
