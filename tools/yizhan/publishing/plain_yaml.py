"""YAML as a clerk would write it, for the manual."""

from __future__ import annotations

import re

import yaml


class _Dumper(yaml.SafeDumper):
    """Writes YAML as the templates do: words plain where the strict loader reads them as words."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 - PyYAML's own signature
        """Indent list items below their key."""
        super().increase_indent(flow, indentless=False)


_Dumper.yaml_implicit_resolvers = {}
for _tag, _form_of, _first in (
    ("int", r"[-+]?(?:0|[1-9][0-9]{0,17})$", "-+0123456789"),
    ("float", r"[-+]?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}$", "-+0123456789"),
    ("bool", "(?:true|false)$", "tf"),
):
    _Dumper.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_form_of), list(_first))


def to_yaml(data: object) -> str:
    """Write a record's data as a clerk would."""
    text: str = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)
    return text
