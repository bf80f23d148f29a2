"""Exports of people that nobody can score: Facebook, LinkedIn, Takeout, groups, Mastodon."""

import json
from pathlib import Path

import pandas as pd
import pytest

from core.readers import Reading, UnreadableFile, read

FIXTURES = Path(__file__).parents[2] / "fixtures" / "readers"
MAY = 1_714_550_400  # 1 May 2024, 08:00


def facebook(value: object, name: str) -> Reading:
    return read(name, json.dumps(value).encode())


@pytest.mark.parametrize(
    ("name", "key", "kind", "measure"),
    [
        ("your_friends.json", "friends_v2", "facebook_friends_json", "new_friends"),
        ("friends.json", "friends", "facebook_friends_json", "new_friends"),
        ("followers.json", "followers_v2", "facebook_followers_json", "new_followers"),
        ("who_you've_followed.json", "following_v3", "facebook_following_json", "new_following"),
    ],
)
def test_names_alone_become_how_many_came_on_which_day(
    name: str, key: str, kind: str, measure: str
) -> None:
    people = [
        {"name": "Ada Moor", "timestamp": MAY},
        {"name": "Ada Moor", "timestamp": MAY + 60},
        {"name": "=HYPERLINK(1)", "timestamp": MAY + 86_400},
        {"name": "Nobody Knows"},
    ]
    made = facebook({key: people}, name)
    daily = made.tables["daily"]
    assert made.format == kind
    assert daily["value"].tolist() == [2, 1]
    assert daily["measure"].unique().tolist() == [measure]
    assert daily["day"].iloc[0] == pd.Timestamp("2024-05-01", tz="UTC")
    assert (made.rows, made.rows_read, made.rows_kept_out) == (4, 3, 1)
    assert made.problems["row"].tolist() == [4]
    assert "cannot be looked up or scored. What helps" in made.notes[0]
    assert any("not followers" in note for note in made.notes) == ("following" in kind)
    assert "Ada" not in "".join([made.sentence, *made.notes, made.problems.to_string()])


def test_facebook_followers_in_the_form_of_instagram_are_facebooks() -> None:
    entry = {"title": "", "string_list_data": [{"value": "Ada Moor", "timestamp": MAY}]}
    made = facebook([entry], "people_who_followed_you_1.json")
    assert made.tables["daily"]["measure"].tolist() == ["new_followers"]


PAGE = (
    '<html><head><title>Your friends</title></head><body><div class="_a6-g"><div>Ada Moor</div>'
    "<div>Nov 14, 2023 10:13:20 pm</div></div><div class='_a6-g'><div>Jürgen Müller</div>"
    "<div>Nov 15, 2023 9:13:20 am</div></div></body></html>"
)


def test_a_page_of_friends_is_counted_too() -> None:
    made = read("your_friends.html", PAGE.encode())
    assert made.format == "facebook_friends_html"
    assert made.tables["daily"]["value"].tolist() == [1, 1]


@pytest.mark.parametrize(
    ("value", "name", "what"),
    [
        ({"friends_v2": []}, "your_friends.json", "the list in it is empty"),
        ({"followers": [{"name": "Ada"}]}, "followers.json", "1 name without a date"),
        ({"deleted_friends_v2": [{"name": "Ada"}]}, "removed_friends.json", "friends removed"),
    ],
)
def test_what_cannot_even_be_counted_is_refused(value: object, name: str, what: str) -> None:
    with pytest.raises(UnreadableFile, match=what) as refused:
        facebook(value, name)
    assert "What helps" in refused.value.do


CONNECTIONS = (
    'Notes:\n"When exporting, some, are missing"\n\n'
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Ada,Moor,https://www.linkedin.com/in/ada-m%C3%B6r-1,ada@example.org,Cups,Owner,12 Mar 2021\n"
    ",,,,,,01 Jan 2023\n"
    "Tom,Beck,,,,,02 Jan 2023\n"
)


def test_connections_are_people_since_a_day_and_their_mail_stays_out() -> None:
    made = read("Connections.csv", CONNECTIONS.encode())
    account = made.tables["accounts"].iloc[0]
    assert account[["platform", "handle", "name", "bio"]].tolist() == [
        "linkedin",
        "ada-mör-1",
        "Ada Moor",
        "Owner · Cups",
    ]
    follow = made.tables["follows"].iloc[0]
    assert (follow["follower"], follow["followed_at"]) == (
        "ada-mör-1",
        pd.Timestamp("2021-03-12", tz="UTC"),
    )
    assert (made.rows, made.rows_read) == (3, 1)
    assert made.problems[["row", "reason"]].to_numpy().tolist() == [
        [6, "neither a name nor a link (the account is closed)"],
        [7, "a name without a link to a profile"],
    ]
    assert any("e-mail addresses" in note for note in made.notes)
    assert "example.org" not in "".join(
        [made.problems.to_string(), made.columns.to_string(), *map(str, made.tables.values())]
    )


def test_old_connections_without_links_are_counted_by_day() -> None:
    made = read("Connections.csv", b"First Name,Last Name,Connected On\nAda,Moor,12 Mar 2021\n")
    assert made.tables["daily"][["measure", "value"]].to_numpy().tolist() == [
        ["new_connections", 1.0]
    ]
    assert "nobody in it can be looked up or scored" in made.notes[0]


UC = ("UCaaaaaaaaaaaaaaaaaaaaaa", "UCbbbbbbbbbbbbbbbbbbbbbb")


@pytest.mark.parametrize(
    "heading",
    [
        "Channel Id,Channel Url,Channel Title",
        "Kanaal-id,Kanaal-URL,Kanaalnaam",
        "ID,URL,チャンネル",
    ],
)
def test_subscriptions_are_channels_that_the_owner_follows(heading: str) -> None:
    lines = [f"{code},http://www.youtube.com/channel/{code},Name {code[2]}" for code in UC]
    made = read("abonnementen.csv", "\r\n".join([heading, *lines]).encode())
    assert made.format == "youtube_subscriptions_csv"
    assert made.tables["accounts"]["handle"].tolist() == list(UC)
    assert made.tables["accounts"]["name"].tolist() == ["Name a", "Name b"]
    assert made.tables["follows"]["follower"].isna().all()
    assert "not followers" in made.notes[0]


def test_members_of_a_group_say_where_they_were_found() -> None:
    made = read(
        "groupMemberExport-2026-05-01T08_00_00.csv",
        b"Profile Id,Full Name,Profile Link,Bio,ImageSrc,GroupId,Group Joining Text,Profile Type\n"
        b"1000123,Ada Moor,https://www.facebook.com/groups/55/user/1000123/,Cups,,55,"
        b"Joined about 3 weeks ago,User\n"
        b"1000124,Tom Beck,https://www.facebook.com/tom.beck,,,55,Joined on Friday,User\n",
    )
    accounts = made.tables["accounts"]
    assert accounts[["platform", "handle", "found_via"]].to_numpy().tolist() == [
        ["facebook", "1000123", "group"],
        ["facebook", "tom.beck", "group"],
    ]
    assert accounts["bio"].tolist()[0] == "Cups"


def test_mastodon_lists_need_no_heading() -> None:
    with_heading = read("following_accounts.csv", b"Account address,Show boosts\nmira,true\n")
    assert with_heading.tables["accounts"]["platform"].tolist() == ["mastodon"]
    bare = read("followers.csv", b"@mira@knit.example\ntomas@bake.example\n")
    assert bare.tables["accounts"]["handle"].tolist() == ["mira@knit.example", "tomas@bake.example"]


@pytest.mark.parametrize(
    ("headings", "date"),
    [
        ("Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Date de connexion", "12 mars 2021"),
        ("Nombre,Apellidos,URL,Correo,Empresa,Cargo,Fecha de conexión", "12 mar. 2021"),
        ("Nome,Cognome,URL,Indirizzo e-mail,Azienda,Posizione,Collegato il", "12 mar 2021"),
        ("Nome,Sobrenome,URL,E-mail,Empresa,Cargo,Data da conexão", "12 de mar. de 2021"),
        ("Voornaam,Achternaam,URL,E-mailadres,Bedrijf,Functie,Verbonden op", "12 mrt 2021"),
    ],
)
def test_a_download_in_another_language(headings: str, date: str) -> None:
    row = f"Mira,K,https://www.linkedin.com/in/mira-k,m@example.org,Lana,Jefa,{date}"
    made = read("Connections.csv", f"Notas:\n\n{headings}\n{row}\n".encode())
    assert made.format == "linkedin_connections_csv"
    assert made.tables["accounts"]["name"].tolist() == ["Mira K"]
    assert made.tables["follows"]["followed_at"].tolist() == [pd.Timestamp("2021-03-12", tz="UTC")]


def test_a_german_download_with_its_own_months_and_a_date_that_is_none() -> None:
    made = read(
        "Connections.csv",
        b"Hinweise:\n\nVorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am\n"
        b"Mira,K,https://www.linkedin.com/in/mira-k,,Garn GmbH,CEO,12 Mrz 2021\n"
        b"Tom,B,https://www.linkedin.com/in/tom-b,,,,irgendwann\n",
    )
    follows = made.tables["follows"]
    assert follows["followed_at"][0] == pd.Timestamp("2021-03-12", tz="UTC")
    assert pd.isna(follows["followed_at"][1])
    assert made.problems[["row", "column", "value"]].to_numpy().tolist() == [
        [5, "Verbunden am", "irgendwann"]
    ]
