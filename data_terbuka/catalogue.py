"""What programs are told about the sets: a DCAT catalogue of all, and a Table Schema of each."""

from typing import Any

from django.conf import settings
from django.urls import reverse

from common.sharing import absolute
from data_terbuka.columns import Column, Type
from data_terbuka.data_set import DataSet
from data_terbuka.sets import DATA_SETS

LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Atribusi 4.0 Internasional (CC BY 4.0)",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "read": "https://creativecommons.org/licenses/by/4.0/deed.id",
}
VERSION = "1.0"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}
_TABLE_SCHEMA = "https://specs.frictionlessdata.io/schemas/table-schema.json"
_CONTINUOUS = "http://purl.org/cld/freq/continuous"
_MEDIA_TYPES = {"csv": "text/csv", "json": "application/json"}


def address(name: str, data_set: DataSet) -> str:
    return absolute(reverse(f"data_terbuka:{name}", args=[data_set.slug]))


def catalogue() -> dict[str, Any]:
    publisher = {
        "@type": "foaf:Organization",
        "foaf:name": f"{settings.OFFICE_NAME} {settings.DISTRICT_NAME}",
    }
    return {
        "@context": _CONTEXT,
        "@id": absolute(reverse("data_terbuka:catalogue")),
        "@type": "dcat:Catalog",
        "dct:title": f"Data terbuka {settings.SITE_NAME} {settings.DISTRICT_SHORT}",
        "dct:language": settings.LANGUAGE_CODE,
        "dct:publisher": publisher,
        "dct:license": {"@id": LICENCE["path"]},
        "dcat:landingPage": {"@id": absolute(reverse("data_terbuka:index"))},
        "dcat:dataset": [_described(data_set, publisher) for data_set in DATA_SETS.values()],
    }


def _described(data_set: DataSet, publisher: dict[str, str]) -> dict[str, Any]:
    described: dict[str, Any] = {
        "@id": address("dictionary", data_set),
        "@type": "dcat:Dataset",
        "dct:identifier": data_set.slug,
        "dct:title": data_set.title,
        "dct:description": data_set.description,
        "dct:language": settings.LANGUAGE_CODE,
        "dct:publisher": publisher,
        "dct:spatial": {
            "@type": "dct:Location",
            "dct:title": f"{settings.DISTRICT_NAME} ({settings.DISTRICT_CODE})",
        },
        "dct:license": {"@id": LICENCE["path"]},
        "dct:accrualPeriodicity": {"@id": _CONTINUOUS},
        "dcat:version": VERSION,
        "dcat:keyword": list(data_set.keywords),
        "dcat:landingPage": {"@id": address("dictionary", data_set)},
        "dcat:distribution": [_distribution(data_set, name) for name in _MEDIA_TYPES],
    }
    if settings.OFFICE_EMAIL:
        described["dcat:contactPoint"] = {
            "@type": "vcard:Organization",
            "vcard:fn": publisher["foaf:name"],
            "vcard:hasEmail": {"@id": f"mailto:{settings.OFFICE_EMAIL}"},
        }
    return described


def _distribution(data_set: DataSet, name: str) -> dict[str, Any]:
    return {
        "@type": "dcat:Distribution",
        "dct:title": f"{data_set.title} ({name.upper()})",
        "dcat:mediaType": _MEDIA_TYPES[name],
        "dct:license": {"@id": LICENCE["path"]},
        "dct:conformsTo": {"@id": address("schema", data_set)},
        # A page of JSON leads to the next; the CSV is whole.
        "dcat:downloadURL" if name == "csv" else "dcat:accessURL": {"@id": address(name, data_set)},
    }


def for_search_engines(data_set: DataSet) -> dict[str, Any]:
    """The set in the words of schema.org, by which search engines for data find it."""
    return {
        "@type": "Dataset",
        "name": f"{data_set.title}, {settings.DISTRICT_NAME}",
        "description": data_set.description,
        "url": address("dictionary", data_set),
        "license": LICENCE["path"],
        "isAccessibleForFree": True,
        "inLanguage": settings.LANGUAGE_CODE,
        "keywords": list(data_set.keywords),
        "spatialCoverage": settings.DISTRICT_NAME,
        "version": VERSION,
        "creator": {
            "@type": "GovernmentOrganization",
            "name": f"{settings.OFFICE_NAME} {settings.DISTRICT_NAME}",
        },
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": address(name, data_set)}
            for name, kind in _MEDIA_TYPES.items()
        ],
    }


def table_schema(data_set: DataSet) -> dict[str, Any]:
    return {
        "$schema": _TABLE_SCHEMA,
        "name": data_set.slug,
        "title": data_set.title,
        "description": data_set.summary,
        "fields": [_field(data_set, column) for column in data_set.columns],
        "primaryKey": [data_set.columns[0].name],
        "missingValues": [""],
    }


def _field(data_set: DataSet, column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.kind.value}
    if column.kind == Type.ADDRESS:
        field |= {"type": Type.STRING.value, "format": "uri"}
    field |= {"description": column.meaning, "example": column.example, "source": column.source}
    constraints: dict[str, Any] = {"required": True} if column.is_required else {}
    if column is data_set.columns[0]:
        constraints["unique"] = True
    if words := column.words(data_set.model):
        constraints["enum"] = [word for word, _ in words]
        field["categories"] = [{"value": word, "label": label} for word, label in words]
    return field | ({"constraints": constraints} if constraints else {})
