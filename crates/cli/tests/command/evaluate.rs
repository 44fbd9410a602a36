//! `manicule evaluate`.

use crate::run::run;

#[test]
fn expected_names_are_the_outermost_of_the_scored_types() {
    let rows = concat!(
        "{\"id\":\"1\",\"text\":\"é xx yy zz\",\"spans\":[[2,4,\"Person\"],[2,7,\"Event\"],[8,10,\"Hour\"]]}\n",
        "\n",
        "{\"id\":\"2\",\"text\":\"xx\",\"spans\":[[0,2,\"Location\"]]}\n",
    );
    let ran = run(&["evaluate", "-"], rows);
    assert_eq!((ran.status, &*ran.err), (0, ""));
    let expected = [
        "2 articles, exact spans",
        "event                     1      0      0      0.000   0.000   0.000",
        "all                       2      0      0      0.000   0.000   0.000",
        "    1  missed       event \"xx yy\"",
        "    1  missed       place \"xx\"",
    ];
    for line in expected {
        assert!(ran.out.lines().any(|written| written == line), "{line}\n\n{}", ran.out);
    }
}

#[test]
fn an_invalid_row_is_reported_and_the_others_are_scored() {
    let ran = run(
        &["evaluate", "-"],
        "{\"text\":\"x\",\"spans\":[[0,2,\"Person\"]]}\n{}\n{\"text\":\"x\",\"spans\":[]}\n",
    );
    assert_eq!(ran.status, 1);
    assert_eq!(
        ran.err,
        "manicule: standard input: row 1: the span 0–2 is not in the text\n\
         manicule: standard input: row 2: missing field `text` at line 1 column 2\n"
    );
    assert!(ran.out.starts_with("1 article, exact spans\n"));
    assert_eq!(
        run(&["evaluate", "absent"], "").err,
        "manicule: absent: there is no such file; check its name\n"
    );
}

#[test]
fn a_row_that_is_not_utf_8_is_reported_and_the_others_are_scored() {
    let ran = run(
        &["evaluate", "-"],
        b"{\"text\":\"x\",\"spans\":[]}\n{\"text\":\"\xFF\",\"spans\":[]}\n{\"text\":\"x\",\"spans\":[]}\r\n",
    );
    assert_eq!(ran.status, 1);
    assert!(ran.err.starts_with("manicule: standard input: row 2: invalid unicode"), "{}", ran.err);
    assert!(ran.out.starts_with("2 articles, exact spans\n"), "{}", ran.out);
}
