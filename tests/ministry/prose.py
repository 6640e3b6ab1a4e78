"""Invented statements of invented states, in several languages, as many as one likes. The same
random numbers give the same words; other numbers give texts that share little."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

Slots = Mapping[str, Sequence[str]]

_PEOPLE = (
    "Anna Kerr|Tomas Vell|Ilse Marant|Pavel Oresk|Nadia Brune|Jon Alder|Mira Costal|"
    "Viktor Lanz|Elena Dorn|Hugo Ferran|Sara Quint|Boris Telman"
)
PEOPLE = tuple(_PEOPLE.split("|"))
STATES = ("Valdoria", "Lormark", "Ostvania", "Norvia", "Zemblia", "Testland", "Carpania", "Meridia")
TOWNS = ("Port Sarn", "Kelmar", "Vessin", "Adelburg", "Torvik", "Santa Brena", "Orlesk", "Minau")
SLOTS: Slots = {"p": PEOPLE, "q": PEOPLE, "s": STATES, "t": STATES, "c": TOWNS}


class Text(NamedTuple):
    """What a statement says."""

    title: str
    paragraphs: tuple[str, ...]


class Tongue(NamedTuple):
    """The sentences of a language. `{p}` person, `{s}` state, `{c}` town, `{x}` subject, `{n}`
    number; `subjects` and `months` with bars between them."""

    titles: tuple[str, ...]
    sentences: tuple[str, ...]
    subjects: str
    question: tuple[str, ...]
    added: str
    dated: str
    months: str
    read_on: str
    gone: str


EN = Tongue(
    titles=(
        "Foreign Minister {p} on {x}",
        "{p} receives the Ambassador of {s}",
        "Statement on {x} in {s}",
        "Talks with {s} on {x}: readout",
        "Remarks of {p} in {c}",
        "News conference of {p} on {x}",
    ),
    sentences=(
        "The Minister received a delegation of {n} members from {s} to talk about {x}.",
        "Both sides noted that {x} had grown by {n} percent since the visit to {c}.",
        "{p} thanked {s} for its help with {x} after the flood near {c}.",
        "A working group will meet in {c} within {n} weeks and report on {x}.",
        "{s} has ratified the protocol on {x}, the {n}th state to do so.",
        "The Ministry does not share the view of {s} about {x}.",
        "{p} called on {s} to return to the talks on {x} without conditions.",
        "Some {n} citizens of {s} have been brought home through {c}.",
        "Customs officers at the bridge of {c} counted {n} lorries a day in January.",
        "{p} invited the counterpart {q} to {c} for a second round about {x}.",
        "The budget of {n} million crowns pays for {x} and a school in {c}.",
        "It was agreed to open a consulate in {c} before the end of the year.",
        "On {x}, the positions of {s} and {t} remain apart.",
        "The fishing quota for the Sarn delta was set at {n} tonnes.",
        "Students from {c} will have {n} places at the academy of {s}.",
        "The Ministry regrets the incident near {c}, in which {n} buoys were lost.",
        "{q} recalled that {s} had promised as much at the meeting in {c}.",
        "A report of {n} pages on {x} is published together with this statement.",
    ),
    subjects=(
        "river trade|the grain corridor|visas for students|border crossings|fisheries|"
        "the rail link|arms control|the prisoner exchange|water rights|customs duties|"
        "the northern ferry|health cooperation|cyber security"
    ),
    question=(
        "Question: Will {s} take part in the talks on {x}?",
        "{p}: We have invited {s}, and {n} other states have agreed to come to {c}.",
        "Question: What about {x} after the vote in {c}?",
        "{p}: I have nothing to add to what was said in {c} about {x} on the {n}th.",
    ),
    added="Clarification: the figure of {n} given earlier referred to {x} in {s} only.",
    dated="{day} {month} {year}",
    months=(
        "January|February|March|April|May|June|July|August|September|October|November|December"
    ),
    read_on="Next page",
    gone="Page not found",
)
FR = Tongue(
    titles=(
        "Entretien de {p} avec l'ambassadeur de {s}",
        "Déclaration du ministère sur {x}",
        "{p} à {c} : {x}",
        "Point de presse de {p} sur {x}",
    ),
    sentences=(
        "Le ministre a reçu une délégation de {n} membres venue de {s} pour parler de {x}.",
        "Les deux parties ont constaté que {x} avait progressé de {n} pour cent depuis la visite.",
        "{p} a remercié {s} de son aide après les inondations près de {c}.",
        "Un groupe de travail se réunira à {c} dans {n} semaines au sujet de {x}.",
        "Le ministère ne partage pas l'avis de {s} sur {x}.",
        "Quelque {n} ressortissants de {s} ont été rapatriés par {c}.",
        "{p} a invité son homologue {q} à {c} pour une deuxième série d'entretiens.",
        "Le budget de {n} millions de couronnes finance {x} et une école à {c}.",
        "Il a été convenu d'ouvrir un consulat à {c} avant la fin de l'année.",
        "Sur {x}, les positions de {s} et de {t} restent éloignées.",
        "Les étudiants de {c} disposeront de {n} places à l'académie de {s}.",
        "Le ministère regrette l'incident survenu près de {c}, où {n} bouées ont été perdues.",
    ),
    subjects=(
        "le commerce fluvial|le corridor céréalier|la pêche|la liaison ferroviaire|"
        "la maîtrise des armements|les droits de douane|la coopération sanitaire"
    ),
    question=(
        "Question : {s} participera-t-il aux discussions sur {x} ?",
        "{p} : Nous avons invité {s}, et {n} autres États ont accepté de venir à {c}.",
    ),
    added="Précision : le chiffre de {n} donné plus tôt ne concernait que {x} en {s}.",
    dated="{day} {month} {year}",
    months=("janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"),
    read_on="Page suivante",
    gone="Page introuvable",
)
DE = Tongue(
    titles=(
        "Außenministerin {p} empfängt den Botschafter von {s}",
        "Erklärung des Ministeriums: {x}",
        "{p} in {c}: {x}",
        "Pressekonferenz von {p}: {x}",
    ),
    sentences=(
        "Die Ministerin empfing eine Delegation von {n} Mitgliedern aus {s}; es ging um {x}.",
        "Beide Seiten stellten fest, dass {x} seit dem Besuch in {c} um {n} Prozent zunahm.",
        "{p} dankte {s} für die Hilfe nach dem Hochwasser bei {c}.",
        "Eine Arbeitsgruppe wird in {n} Wochen in {c} zusammentreten und über {x} berichten.",
        "Das Ministerium teilt die Auffassung von {s} über {x} nicht.",
        "Rund {n} Staatsangehörige von {s} wurden über {c} nach Hause gebracht.",
        "{p} lud den Amtskollegen {q} zu einer zweiten Gesprächsrunde nach {c} ein.",
        "Der Haushalt von {n} Millionen Kronen bezahlt {x} und eine Schule in {c}.",
        "Vereinbart wurde, bis zum Jahresende ein Konsulat in {c} zu eröffnen.",
        "Über {x} liegen die Standpunkte von {s} und {t} weiter auseinander.",
        "Studierende aus {c} erhalten {n} Plätze an der Akademie von {s}.",
        "Das Ministerium bedauert den Vorfall bei {c}, bei dem {n} Bojen verloren gingen.",
    ),
    subjects=(
        "der Flusshandel|der Getreidekorridor|die Fischerei|die Bahnverbindung|"
        "die Rüstungskontrolle|die Zollsätze|der Gefangenenaustausch"
    ),
    question=(
        "Frage: Wird {s} an den Gesprächen teilnehmen?",
        "{p}: Wir haben {s} eingeladen, und {n} weitere Staaten kommen nach {c}.",
    ),
    added="Klarstellung: Die früher genannte Zahl {n} bezog sich nur auf {s}; Thema war {x}.",
    dated="{day}. {month} {year}",
    months=("Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"),
    read_on="Nächste Seite",
    gone="Seite nicht gefunden",
)
ES = Tongue(
    titles=(
        "{p} recibe al embajador de {s}",
        "Declaración del Ministerio sobre {x}",
        "{p} en {c}: {x}",
        "Conferencia de prensa de {p} sobre {x}",
    ),
    sentences=(
        "La ministra recibió a una delegación de {n} miembros de {s} para hablar de {x}.",
        "Ambas partes señalaron que {x} había crecido un {n} por ciento desde la visita a {c}.",
        "{p} agradeció a {s} su ayuda tras las inundaciones cerca de {c}.",
        "Un grupo de trabajo se reunirá en {c} dentro de {n} semanas para tratar {x}.",
        "El Ministerio no comparte la opinión de {s} sobre {x}.",
        "Unos {n} ciudadanos de {s} han vuelto a casa a través de {c}.",
        "{p} invitó a su homólogo {q} a {c} para una segunda ronda.",
        "El presupuesto de {n} millones de coronas paga {x} y una escuela en {c}.",
        "Se acordó abrir un consulado en {c} antes de fin de año.",
        "Sobre {x}, las posiciones de {s} y {t} siguen alejadas.",
        "Los estudiantes de {c} tendrán {n} plazas en la academia de {s}.",
        "El Ministerio lamenta el incidente cerca de {c}, en el que se perdieron {n} boyas.",
    ),
    subjects=(
        "el comercio fluvial|el corredor de granos|la pesca|el enlace ferroviario|"
        "el control de armamentos|los aranceles|la cooperación sanitaria"
    ),
    question=(
        "Pregunta: ¿Participará {s} en las conversaciones sobre {x}?",
        "{p}: Hemos invitado a {s}, y otros {n} Estados vendrán a {c}.",
    ),
    added="Aclaración: la cifra de {n} dada antes se refería solo a {x} en {s}.",
    dated="{day} de {month} de {year}",
    months=(
        "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
    ),
    read_on="Página siguiente",
    gone="Página no encontrada",
)
RU = Tongue(
    titles=(
        "О встрече министра с послом государства {s}",
        "Заявление министерства: {x}",
        "Пресс-конференция министра в городе {c}: {x}",
        "О переговорах с делегацией {s}: {x}",
    ),
    sentences=(
        "Министр принял делегацию из {n} человек ({s}), обсуждалась тема: {x}.",
        "Стороны отметили рост на {n} процентов после визита в город {c}.",
        "Министр поблагодарил {s} за помощь после наводнения близ города {c}.",
        "Рабочая группа соберется в городе {c} через {n} недель, тема: {x}.",
        "Министерство не разделяет мнение государства {s} по теме: {x}.",
        "Около {n} граждан государства {s} вернулись домой через город {c}.",
        "Коллега из государства {s} приглашен в город {c} на второй раунд переговоров.",
        "Бюджет в {n} миллионов крон покрывает школу в городе {c}.",
        "Решено открыть консульство в городе {c} до конца года.",
        "Позиции государств {s} и {t} по теме «{x}» по-прежнему расходятся.",
        "Студенты из города {c} получат {n} мест в академии.",
        "Министерство сожалеет об инциденте близ города {c}, где потеряно {n} буев.",
    ),
    subjects=(
        "речная торговля|зерновой коридор|рыболовство|железная дорога|"
        "контроль над вооружениями|таможенные пошлины|обмен пленными"
    ),
    question=(
        "Вопрос: Примет ли {s} участие в переговорах?",
        "Ответ: Мы пригласили {s}, и еще {n} государств приедут в город {c}.",
    ),
    added="Уточнение: названное ранее число {n} относилось только к государству {s}; тема: {x}.",
    dated="{day} {month} {year} года",
    months=("января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"),
    read_on="Следующая страница",
    gone="Страница не найдена",
)
TONGUES: Mapping[str, Tongue] = {"en": EN, "fr": FR, "de": DE, "es": ES, "ru": RU}


def filled(pattern: str, chance: random.Random, tongue: Tongue) -> str:
    """A sentence with words in its slots."""
    words = {slot: chance.choice(values) for slot, values in SLOTS.items()}
    return pattern.format(
        **words, x=chance.choice(tongue.subjects.split("|")), n=chance.randint(12, 4999)
    )


def text(language: str, chance: random.Random) -> Text:
    """A statement."""
    tongue = TONGUES[language]
    title = filled(chance.choice(tongue.titles), chance, tongue)
    chosen = chance.sample(tongue.sentences, chance.randint(6, 10))
    sentences = [filled(sentence, chance, tongue) for sentence in chosen]
    cuts = [sentences[n : n + 2] for n in range(0, len(sentences), 2)]
    paragraphs = [" ".join(cut) for cut in cuts]
    if chance.random() < 0.3:
        paragraphs += [filled(line, chance, tongue) for line in tongue.question]
    return Text(title, tuple(paragraphs))


def edited(before: Text, language: str, kind: str, chance: random.Random) -> Text:
    """The same statement after an edit: `word`, `added`, `cut` or `title`."""
    tongue, lines = TONGUES[language], list(before.paragraphs)
    if kind == "title":
        return before._replace(title=f"{before.title} ({chance.randint(2, 99)})")
    if kind == "added":
        return before._replace(paragraphs=(*lines, filled(tongue.added, chance, tongue)))
    if kind == "cut" and len(lines) > 2:
        del lines[chance.randrange(1, len(lines))]
        return before._replace(paragraphs=tuple(lines))
    at = chance.randrange(len(lines))
    words = lines[at].split(" ")
    numbers = [n for n, word in enumerate(words) if word.isdigit()]
    place = numbers[0] if numbers else len(words) // 2
    words[place] = str(chance.randint(5000, 9999))
    lines[at] = " ".join(words)
    return before._replace(paragraphs=tuple(lines))


def dated(language: str, day: datetime) -> str:
    """A day as it is printed."""
    tongue = TONGUES[language]
    return tongue.dated.format(
        day=day.day, month=tongue.months.split("|")[day.month - 1], year=day.year
    )
