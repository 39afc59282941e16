//! One security policy wherever the page is served: static hosts, nginx and `trunk serve`.

use std::fs;

/// The directives of a policy, in order.
fn directives(policy: &str) -> Vec<&str> {
    policy.split(';').map(str::trim).filter(|directive| !directive.is_empty()).collect()
}

fn read(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn nginx_and_trunk_send_the_policy_of_static_hosts() {
    let headers = read("static/_headers");
    let policy = headers.lines().find_map(|line| line.trim().strip_prefix("Content-Security-Policy: "));
    let policy = directives(policy.expect("a policy in static/_headers"));

    let guide = read("docs/serving.md");
    let nginx = guide.lines().find_map(|line| line.trim().strip_prefix("set $policy \"")?.strip_suffix("\";"));
    assert_eq!(directives(nginx.expect("a policy in docs/serving.md")), policy);

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
