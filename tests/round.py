"""Knows applications of one round, to be put on the desk: each differs from the others in all that is not given."""

from __future__ import annotations

from collections.abc import Iterable

from desk import lay

GARDEN = (
    "Naboer, der ellers aldrig mødes, dyrker grøntsager sammen i den gamle skolehave. De to skoler ved siden af "
    "bruger den om dagen, og om aftenen lærer de ældre de yngre, hvad man kan spise af det, der vokser på stedet."
)
CHOIR = (
    "Et kor på torvet samler dem, der går forbi, hver torsdag aften fra maj til september. Ingen skal kunne synge i "
    "forvejen, og noder er der ingen af. En dirigent lærer sangene fra sig linje for linje, så alle kan være med."
)
TIMBER = "Tømmer: 9.000"


def application(
    name: str,
    *,
    number: str = "",
    applicant: str = "",
    purpose: str = "Naboer mødes.",
    budget: Iterable[str] = (TIMBER,),
    applied: str = "9.000 kr.",
    head: str = "Skema: generisk\nSprog: da\n",
) -> str:
    """Puts an application into the current folder; returns its name."""
    told = {"Projektnavn": f"Projekt {name}", "Projektnummer": number, "Ansøger": applicant, "Formål": purpose}
    lines = [f"{label}: {value}" for label, value in told.items() if value]
    lines += ["Periode: 1. marts - 30. juni 2027", *([f"Søgt beløb: {applied}"] if applied else []), "Budget", *budget]
    return lay(name, head + "\n".join(lines) + "\nFinansiering\nLokalpuljen: 9.000\n")
