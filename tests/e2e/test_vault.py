"""The vault in the browser: begun, opened, used on two devices, locked; and no word of it anywhere else."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from amends.vault import format as spelled
from tests.e2e.conftest import DESK
from tests.e2e.test_pages import findings

PASSPHRASE = "five plain words on paper"
CANARY = "zephyr-quince-lantern"
LOCK = 5 * 60 * 1000
KEEP = """({ body, door }) => fetch("/vault/keyring/", { method: "PUT", body: JSON.stringify(body), headers: {
    "X-CSRFToken": document.querySelector("#vault [name=csrfmiddlewaretoken]").value, "Vault-Door": door,
} })"""


@pytest.fixture
def begun(enter: Callable[..., Page]) -> tuple[Page, str]:
    """Anna's vault, just begun and open, and its recovery code. Its lock is the cheapest one that may be."""
    page = enter("Anna")
    page.clock.install()
    page.goto("/vault/removal/")
    page.get_by_label("Remove my vault").check()
    page.get_by_role("button", name="Remove it").click()
    owner = UUID(page.locator("#vault").get_attribute("data-owner") or "")
    code = spelled.spell_code([n * 5 % 32 for n in range(28)])
    ring, door = keyring(owner, code)
    page.evaluate(KEEP, {"body": {"revision": 1, "keyring": ring}, "door": door})
    page.reload()
    _open(page)
    return page, code


def test_a_line_comes_back_after_opening_again(enter: Callable[..., Page]) -> None:
    page = enter("Anna")
    page.goto("/vault/removal/")
    _begin(page)
    _write(page, "The garden was quiet.", "good")
    _write(page, "We argued about the bins.", "hard")
    page.reload()
    _open(page)
    expect(_lines(page)).to_have_count(2)
    expect(page.locator("#vault-weeks .good")).to_have_count(1)
    expect(page.locator("#vault-weeks .hard")).to_have_count(1)
    row = page.locator("[data-list=journal] li", has_text="bins")
    row.get_by_role("button", name="Put it differently").click()
    page.get_by_label("A line for today").fill("We talked about the bins.")
    page.get_by_role("button", name="Keep it").click()
    expect(_lines(page).filter(has_text="We talked about the bins.")).to_be_visible()
    expect(_lines(page)).to_have_count(2)
    row.get_by_role("button", name="Erase").click()
    row.get_by_role("button", name="Erase it for good").click()
    expect(_lines(page)).to_have_text(["The garden was quiet."])
    found = findings(page)
    for room in ("Letters and drafts", "Keys and copies"):
        page.get_by_role("button", name=room).click()
        found += findings(page)
    assert found == []
    page.get_by_text("Take a copy along").click()
    with page.expect_download() as started:
        page.get_by_role("button", name="Make the file").click()
    copied = json.loads(Path(started.value.path()).read_text(encoding="utf-8"))
    assert [(one["words"], one["mood"]) for one in copied["items"]] == [("The garden was quiet.", "good")]


def test_after_five_minutes_no_word_and_no_key_is_left(begun: tuple[Page, str]) -> None:
    page, _ = begun
    _write(page, f"Kept {CANARY}.", "good")
    page.get_by_label("A line for today").fill(f"Begun {CANARY}.")
    page.clock.fast_forward(LOCK - 1000)
    assert _is_open(page) is True
    expect(page.get_by_label("A line for today")).to_be_visible()
    page.clock.fast_forward(2000)
    expect(page.locator("#vault-said")).to_contain_text("Locked")
    assert CANARY not in _all_that_a_page_holds(page)
    assert page.evaluate("indexedDB.databases().then((found) => found.length)") == 0
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert _is_open(page) is False
    _open(page)
    expect(page.get_by_label("A line for today")).to_have_value(f"Begun {CANARY}.")
    expect(_lines(page)).to_have_text([f"Kept {CANARY}."])


def test_leaving_locks_it_in_every_window(begun: tuple[Page, str]) -> None:
    page, _ = begun
    _write(page, f"Kept {CANARY}.", "neither")
    for event in ("amends:exit", "pagehide"):
        page.evaluate("(name) => document.dispatchEvent(new Event(name))", event)
        expect(page.locator("#open-words")).to_be_visible()
        assert CANARY not in _all_that_a_page_holds(page)
        _open(page)
    other = page.context.new_page()
    other.goto("/vault/")
    with other.expect_request("**/exit/"):
        other.get_by_role("button", name="Exit").click()
    expect(page.locator("#open-words")).to_be_visible()


def test_a_device_that_slept_wakes_up_locked(begun: tuple[Page, str]) -> None:
    page, _ = begun
    page.evaluate("() => { const then = Date.now(); Date.now = () => then + 3e5 + 1; }")  # no timer ran
    page.evaluate("() => window.dispatchEvent(new Event('focus'))")
    expect(page.locator("#open-words")).to_be_visible()


def test_no_word_reaches_the_server_its_log_or_a_backup(begun: tuple[Page, str], traces: Path) -> None:
    page, _ = begun
    _write(page, f"Kept {CANARY}.", "good")
    page.get_by_role("button", name="Letters and drafts").click()
    page.get_by_label("What would you like to say?").fill(f"Dear you, {CANARY}.")
    page.locator("form[data-kind=letter]").get_by_role("button", name="Keep it").click()
    expect(page.locator("[data-list=letter] [data-words]")).to_have_count(1)
    (data,) = traces.glob("amends-demo-*")
    backup = traces / "canary.backup"
    amends = Path(sys.executable).parent / "amends"
    subprocess.run([amends, "backup", backup, "--data", data], check=True, capture_output=True)
    unpacked = traces / "canary"
    subprocess.run([sys.executable, "-m", "zipfile", "-e", backup, unpacked], check=True)
    found = [path for path in traces.rglob("*") if path.is_file() and "static" not in path.parts]
    assert {"log", "amends.sqlite3", "canary.backup"} <= {path.name for path in found}
    for secret in (CANARY, PASSPHRASE):
        for written in (secret.encode(), secret.encode("utf-16-le"), b64encode(secret.encode())[:16]):
            assert [path.name for path in found if written in path.read_bytes()] == []


def test_two_devices_at_once_lose_nothing(begun: tuple[Page, str], enter: Callable[..., Page]) -> None:
    page, _ = begun
    _write(page, "The first words.", "good")
    other = enter("Anna", size=DESK)
    other.goto("/vault/")
    _open(other)
    for device, words in ((page, "Changed on the phone."), (other, "Changed at the desk.")):
        device.get_by_role("button", name="Put it differently").click()
        device.get_by_label("A line for today").fill(words)
    page.get_by_role("button", name="Keep it").click()
    expect(_lines(page)).to_have_text(["Changed on the phone."])
    other.get_by_role("button", name="Keep it").click()
    expect(other.locator("[data-theirs] [data-words]")).to_have_text("Changed on the phone.")
    expect(other.get_by_label("A line for today")).to_have_value("Changed at the desk.")
    other.get_by_role("button", name="Put it beneath mine").click()
    other.get_by_role("button", name="Keep it").click()
    expect(_lines(other)).to_have_text(["Changed at the desk.\n\nChanged on the phone."])
    other.context.set_offline(True)
    other.get_by_label("A line for today").fill("Written on a train.")
    other.get_by_role("button", name="Keep it").click()
    expect(other.locator("#vault-said")).to_contain_text("can’t be reached")
    expect(other.get_by_label("A line for today")).to_have_value("Written on a train.")
    other.context.set_offline(False)
    other.get_by_role("button", name="Keep it").click()
    expect(_lines(other).filter(has_text="Written on a train.")).to_be_visible()


def test_the_recovery_code_opens_it_until_there_is_another(begun: tuple[Page, str]) -> None:
    page, code = begun
    _write(page, "The garden was quiet.", "good")
    page.get_by_role("button", name="Keys and copies").click()
    page.get_by_text("Another passphrase").click()
    page.locator("#rewrap-current").fill(PASSPHRASE)
    for field in ("#rewrap-words", "#rewrap-again"):
        page.locator(field).fill("quite another passphrase")
    page.get_by_role("button", name="Change it").click()
    expect(page.locator("#vault-said")).to_contain_text("the new one opens it")
    page.get_by_role("button", name="Lock", exact=True).click()
    page.locator("#open-words").fill(PASSPHRASE)
    page.get_by_role("button", name="Open").click()
    expect(page.locator("#vault-said")).to_contain_text("doesn’t open it")
    page.get_by_text("I have the recovery code").click()
    _type_code(page, code.replace("-", " ").lower())
    page.get_by_role("button", name="Open").last.click()
    expect(_lines(page)).to_have_text(["The garden was quiet."])
    page.get_by_role("button", name="Keys and copies").click()
    page.get_by_text("A new recovery code").click()
    page.locator("#recode-current").fill("quite another passphrase")
    page.get_by_role("button", name="Make one").click()
    assert _new_code(page) != code
    page.get_by_role("button", name="Lock", exact=True).click()
    _type_code(page, code)
    page.get_by_role("button", name="Open").last.click()
    expect(page.locator("#vault-said")).to_contain_text("doesn’t open it")


def test_a_draft_is_kept_without_passing_the_server(begun: tuple[Page, str]) -> None:
    page, _ = begun
    page.goto("/")
    page.goto(page.url.removesuffix("today/") + "add/letter/")
    said = f"Dear you, {CANARY}."
    page.locator("textarea[name=words]").fill(said)
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Keep this draft in my vault").click()
    vault = opened.value
    sent: list[str] = []
    vault.on("request", lambda request: sent.append(request.url + (request.post_data or "")))
    _open(vault, then="What would you like to say?")
    expect(vault.get_by_label("What would you like to say?")).to_have_value(said)
    vault.locator("form[data-kind=letter]").get_by_role("button", name="Keep it").click()
    expect(vault.locator("[data-list=letter] [data-words]")).to_have_text([said])
    expect(page.get_by_text("It lies in your vault now.")).to_be_visible()
    assert [one for one in sent if CANARY in one] == []
    assert any("/vault/entries/" in one for one in sent)


def test_earlier_lines_move_in(begun: tuple[Page, str], address: str) -> None:
    page, _ = begun
    expect(page.get_by_text("wrote for yourself before")).to_be_visible()
    before = page.evaluate("fetch('/vault/earlier/').then((found) => found.json())")["earlier"]
    page.get_by_role("button", name="Move them in here").click()
    expect(page.locator("#vault-said")).to_contain_text("Moved in here")
    journal = sorted(one["words"] for one in before if one["kind"] == "journal")
    assert journal
    assert sorted(_lines(page).all_inner_texts()) == journal
    assert page.evaluate("fetch('/vault/earlier/').then((found) => found.json())") == {"earlier": []}
    one = before[0]
    gone = page.request.get(f"{address}/bonds/{one['bond']}/acts/{one['id']}/")
    assert gone.status == 404


def test_a_server_that_asks_for_a_weak_lock_gets_no_passphrase(begun: tuple[Page, str]) -> None:
    page, _ = begun

    def weaken(route: Route) -> None:
        answer = route.fetch()
        ring = answer.json()
        ring["keyring"]["passphrase"]["memory"] = 1024
        route.fulfill(response=answer, json=ring)

    page.route("**/vault/keyring/", weaken)
    page.reload()
    page.locator("#open-words").fill(PASSPHRASE)
    page.get_by_role("button", name="Open").click()
    expect(page.locator("#vault-said")).to_contain_text("weaker lock")
    page.unroute("**/vault/keyring/")


def test_a_passkey_opens_it_too(visit: Callable[..., Page], address: str) -> None:
    page = visit(address.replace("127.0.0.1", "localhost"))  # passkeys belong to a name, not to a number
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "ctap2Version": "ctap2_1", "transport": "internal"}
    able = dict.fromkeys(("hasResidentKey", "hasUserVerification", "hasPrf", "isUserVerified"), True)
    device.send("WebAuthn.addVirtualAuthenticator", {"options": options | able})
    page.get_by_role("button", name="Anna").first.click()
    page.wait_for_url("**/today/")
    page.goto(page.url.split("/bonds/")[0] + "/vault/removal/")
    _begin(page)
    _write(page, "The garden was quiet.", "good")
    page.get_by_role("button", name="Keys and copies").click()
    page.get_by_text("A passkey", exact=True).click()
    page.locator("#passkey-current").fill(PASSPHRASE)
    page.get_by_role("button", name="Let a passkey open it").click()
    expect(page.locator("#vault-said")).to_contain_text("the passkey opens it as well")
    page.reload()
    page.get_by_role("button", name="Open with a passkey").click()
    expect(_lines(page)).to_have_text(["The garden was quiet."])
    page.get_by_role("button", name="Keys and copies").click()
    page.get_by_text("A passkey", exact=True).click()
    page.locator("#passkey-current").fill(PASSPHRASE)
    page.get_by_role("button", name="No passkey any more").click()
    expect(page.locator("#vault-said")).to_contain_text("No passkey opens it")
    page.get_by_role("button", name="Lock", exact=True).click()
    expect(page.locator("#open-words")).to_be_visible()
    expect(page.get_by_role("button", name="Open with a passkey")).to_be_hidden()


def test_it_is_closed_on_plain_http(enter: Callable[..., Page]) -> None:
    page = enter("Anna")
    page.add_init_script("Object.defineProperty(window, 'isSecureContext', { value: false })")
    page.goto("/vault/")
    expect(page.get_by_text("The vault is closed on this address.")).to_be_visible()
    expect(page.locator("#vault input:visible")).to_have_count(0)


def test_without_scripts_it_says_so(enter: Callable[..., Page]) -> None:
    page = enter("Anna", scripts=False)
    page.goto("/vault/")
    expect(page.get_by_text("That needs JavaScript")).to_be_visible()


def keyring(owner: UUID, code: str) -> tuple[dict[str, object], str]:
    """The keyring of an account, and what opens its door."""
    account_key, salt, nonce = os.urandom(32), bytes(16), bytes(12)
    keys = {
        "passphrase": spelled.passphrase_key(PASSPHRASE, salt, spelled.LEAST),
        "recovery": spelled.code_key(code),
    }
    wrapped = {way: _64(spelled.wrap(account_key, key, owner, way, nonce)) for way, key in keys.items()}
    cost = {"memory": spelled.LEAST.memory, "passes": spelled.LEAST.passes, "lanes": spelled.LEAST.lanes}
    ring = {
        "v": 1,
        "passphrase": {**cost, "salt": _64(salt), "wrapped": wrapped["passphrase"]},
        "recovery": {"wrapped": wrapped["recovery"]},
    }
    return ring, _64(spelled.door_token(account_key))


def _64(found: bytes) -> str:
    return b64encode(found).decode()


def _begin(page: Page) -> str:
    page.get_by_label("Remove my vault").check()
    page.get_by_role("button", name="Remove it").click()
    page.get_by_label("A passphrase for the vault").fill(PASSPHRASE)
    page.locator("#begin-again").fill(PASSPHRASE)
    page.get_by_role("button", name="Go on").click()
    return _new_code(page)


def _new_code(page: Page) -> str:
    """Writes a new recovery code down, and types it back."""
    shown = page.locator("#vault-code")
    expect(shown).to_have_text(re.compile(r"^(\w{5}-){6}\w{5}$"))
    code = shown.inner_text()
    _type_code(page, code)
    page.get_by_role("button", name="I have it").click()
    expect(page.get_by_label("A line for today")).to_be_visible()
    return code


def _type_code(page: Page, code: str) -> None:
    page.locator("[data-groups] input:visible").first.fill(code)


def _open(page: Page, then: str = "A line for today") -> None:
    page.locator("#open-words").fill(PASSPHRASE)
    page.get_by_role("button", name="Open").click()
    expect(page.get_by_label(then)).to_be_visible()


def _write(page: Page, words: str, mood: str) -> None:
    page.get_by_label("A line for today").fill(words)
    page.get_by_label(mood, exact=True).check()
    page.locator("form[data-kind=journal]").get_by_role("button", name="Keep it").click()
    expect(_lines(page).filter(has_text=words)).to_be_visible()


def _lines(page: Page) -> Locator:
    return page.locator("[data-list=journal] [data-words]")


def _is_open(page: Page) -> object:
    """Asks the very module that the page runs, whose address holds a sum of what is in it."""
    return page.evaluate("""async () => {
        const page = await fetch(document.querySelector("script[src*='vault/page']").src);
        const [name] = (await page.text()).match(/vault\\.[0-9a-f]+\\.js/);
        const vault = await import(`/static/vault/${name}`);
        return vault.isOpen() && vault.seal(crypto.randomUUID(), 1, {}).then(() => true);
    }""")


def _all_that_a_page_holds(page: Page) -> str:
    fields = "[...document.querySelectorAll('input, textarea')].map((field) => field.value).join()"
    return str(page.content()) + str(page.evaluate(fields))
