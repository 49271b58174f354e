#!/usr/bin/env python3
"""Takes anew from cfn-lint and botocore what the tests know about CloudFormation and IAM.

    pip install cfn-lint botocore
    python3 deploy/refresh-specification.py

Only the resource types that deploy/cloudformation uses, and the actions of the services that its policies name.
cfn-lint has the schemas; many words that a property may be are only in the models of the services, which are botocore's.
"""

import importlib.metadata
import json
import pathlib
import re

import botocore.session
import cfnlint
from cfnlint.schema import PROVIDER_SCHEMA_MANAGER

HERE = pathlib.Path(__file__).parent
TARGET = HERE.parent / "engine/src/test/resources/io/jenkins/plugins/qualysfargate/deploy/specification"
REGION = "us-east-1"
SCHEMA_KEYS = {
    "$ref", "additionalProperties", "const", "enum", "maxItems", "maxLength", "maximum", "minItems", "minLength", "minimum",
    "pattern", "required", "type", "uniqueItems",
}  # fmt: skip
MAPS = ("properties", "definitions", "patternProperties")
LISTS = ("allOf", "anyOf", "oneOf")
SINGLES = ("items", "not", "if", "then", "else")


def words(kind):
    """What the service's own model allows as value of a member, for names that mean the same wherever they occur."""
    service = kind.split("::")[1].lower()
    session = botocore.session.get_session()
    if service not in session.get_available_services():
        return {}
    model = session.get_service_model(service)
    found = {}
    for name in model.shape_names:
        shape = model.shape_for(name)
        for member, target in (shape.members if shape.type_name == "structure" else {}).items():
            found.setdefault(member[0].upper() + member[1:], set()).add(tuple(getattr(target, "enum", ())))
    return {member: sorted(values.pop()) for member, values in found.items() if len(values) == 1 and values != {()}}


def standard(schema, known):
    """The schema in the words of JSON Schema alone."""
    if not isinstance(schema, dict):
        return schema
    result = {key: value for key, value in schema.items() if key in SCHEMA_KEYS}
    for key in MAPS:
        if key in schema:
            result[key] = {name: standard(part, known) for name, part in schema[key].items()}
    for key in LISTS:
        parts = [standard(part, known) for part in schema.get(key, [])]
        # What is left of a pure format is an empty schema, which says nothing.
        if any(parts):
            result[key] = parts
    for key in SINGLES:
        if key in schema:
            result[key] = standard(schema[key], known)
    for name, part in result.get("properties", {}).items():
        if part == {"type": "string"} and name in known:
            part["enum"] = known[name]
    extra = []
    if "prefixItems" in schema:
        extra.append({"prefixItems": [standard(part, known) for part in schema["prefixItems"]]})
    if "requiredOr" in schema:
        extra.append({"anyOf": [{"required": [name]} for name in schema["requiredOr"]]})
    if "requiredXor" in schema:
        extra.append({"oneOf": [{"required": [name]} for name in schema["requiredXor"]]})
    for name, others in schema.get("dependentExcluded", {}).items():
        extra += [{"not": {"required": [name, other]}} for other in others]
    if extra:
        result["allOf"] = result.get("allOf", []) + extra
    return result


def main():
    templates = "".join(path.read_text() for path in sorted((HERE / "cloudformation").glob("*.yaml")))
    TARGET.mkdir(parents=True, exist_ok=True)
    resources = {}
    for kind in sorted(set(re.findall(r"Type: (AWS::\w+::\w+)\n", templates))):
        found = PROVIDER_SCHEMA_MANAGER.get_resource_schema(REGION, kind)
        attributes = sorted(str(attribute) for attribute in found.get_atts)
        resources[kind] = {"attributes": attributes, "schema": standard(found.schema, words(kind))}
    source = ", ".join(
        f"{name} {importlib.metadata.version(name)} ({licence}, {address})"
        for name, licence, address in (
            ("cfn-lint", "MIT-0", "https://github.com/aws-cloudformation/cfn-lint"),
            ("botocore", "Apache-2.0", "https://github.com/boto/botocore"),
        )
    )
    write("resources.json", {"source": source, "resources": resources})

    policies = json.loads((pathlib.Path(cfnlint.__file__).parent / "data/AdditionalSpecs/Policies.json").read_text())
    services = sorted(set(re.findall(r"^\s+(?:- |Action: )([a-z0-9-]+):[A-Z]\w+$", templates, re.MULTILINE)))
    actions = {
        service: {name: action.get("Resources", []) for name, action in sorted(policies[service]["Actions"].items())}
        for service in services
    }
    write("actions.json", {"source": source, "actions": actions})


def write(name, content):
    """One line for each resource type or service, so that a change shows what it is about."""
    key, parts = list(content.items())[1]
    lines = [f"    {json.dumps(part)}: {json.dumps(parts[part], sort_keys=True, separators=(',', ':'))}" for part in sorted(parts)]
    text = f'{{\n  "source": {json.dumps(content["source"])},\n  "{key}": {{\n' + ",\n".join(lines) + "\n  }\n}\n"
    (TARGET / name).write_text(text)


if __name__ == "__main__":
    main()
