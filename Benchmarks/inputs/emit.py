"""Writes objects as kubectl prints them: block YAML with sorted keys, and JSON with four spaces."""
import json
import re

PLAIN = re.compile(r"[A-Za-z/][A-Za-z0-9_./@-]*\Z")
WORDS = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}


def scalar(value):
    """The text of a scalar; strings that YAML would read as something else are quoted."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if PLAIN.match(value) and value.lower() not in WORDS:
        return value
    return json.dumps(value)


def block(value, indent, lines):
    """Appends the lines of a mapping or sequence; a sequence is indented like the key above it."""
    space = " " * indent
    if isinstance(value, dict):
        for key in sorted(value):
            child = value[key]
            name = space + scalar(key) + ":"
            if isinstance(child, (dict, list)) and child:
                lines.append(name)
                block(child, indent if isinstance(child, list) else indent + 2, lines)
            elif isinstance(child, (dict, list)):
                lines.append(name + (" {}" if isinstance(child, dict) else " []"))
            else:
                lines.append(f"{name} {scalar(child)}")
        return
    for item in value:
        if isinstance(item, (dict, list)) and item:
            first = len(lines)
            block(item, indent + 2, lines)
            lines[first] = space + "- " + lines[first][indent + 2:]
        elif isinstance(item, (dict, list)):
            lines.append(space + ("- {}" if isinstance(item, dict) else "- []"))
        else:
            lines.append(f"{space}- {scalar(item)}")


def write_yaml(path, objects):
    with open(path, "w") as out:
        out.write("apiVersion: v1\nitems:\n")
        for item in objects:
            lines = []
            block([item], 0, lines)
            out.write("\n".join(lines) + "\n")
        out.write('kind: List\nmetadata:\n  resourceVersion: ""\n')


def write_files(folder, objects):
    """Writes each object into a file of its own."""
    folder.mkdir()
    for number, item in enumerate(objects):
        lines = []
        block(item, 0, lines)
        (folder / f"{number:06}.yaml").write_text("\n".join(lines) + "\n")


def write_json(path, objects, indent=4):
    with open(path, "w") as out:
        document = {"apiVersion": "v1", "items": list(objects), "kind": "List",
                    "metadata": {"resourceVersion": ""}}
        json.dump(document, out, indent=indent)
