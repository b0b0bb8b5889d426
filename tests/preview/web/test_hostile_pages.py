"""A page of another origin in the browser that is signed in reads nothing and changes nothing."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.download.serving import serving
from tests.preview.web.driving import Preview, Visit

pytestmark = pytest.mark.slow

_PAGE = {
    "/": (200, {"Content-Type": "text/html"}, b"<!doctype html><title>Elsewhere</title><p>Nothing to see</p>")
}
_TRIES = """async ([origin, source]) => {
  const found = {};
  const read = async (name, address, options) => {
    try {
      const answer = await fetch(address, {credentials: 'include', ...options});
      found[name] = answer.type === 'opaque' ? 'opaque' : answer.status + ' ' + (await answer.text());
    } catch (error) { found[name] = 'refused'; }
  };
  const body = JSON.stringify({kind: 'set', key: 'paper', value: 'A5', text: 'hostile', name: 'x'});
  const state = `${origin}/state?source=${source}`;
  await read('get', state, {});
  await read('no-cors', state, {mode: 'no-cors'});
  for (const path of ['decide', 'text', 'undo', 'paste', 'make', 'send', 'upload']) {
    const address = `${origin}/${path}?source=${source}&name=x.txt`;
    await read(path, address, {method: 'POST', body});
    await read(`${path} no-cors`, address, {method: 'POST', mode: 'no-cors', body});
    const headers = {'content-type': 'application/json'};
    await read(`${path} json`, address, {method: 'POST', body, headers});
  }
  const load = (element, address) => new Promise((done) => {
    element.onload = () => done('loaded');
    element.onerror = () => done('refused');
    element.src = address;
    document.body.append(element);
  });
  found.img = await load(new Image(), `${origin}/page/0?source=${source}`);
  found.script = await load(document.createElement('script'), `${origin}/static/common.js`);
  found.state = await load(document.createElement('script'), state);
  found.frame = await new Promise((done) => {
    const frame = document.createElement('iframe');
    frame.onload = () => {
      try { done(frame.contentDocument ? frame.contentDocument.body.innerText : 'refused'); }
      catch (error) { done('refused'); }
    };
    frame.src = `${origin}/edit?source=${source}`;
    document.body.append(frame);
  });
  found.events = await new Promise((done) => {
    const events = new EventSource(`${origin}/events`, {withCredentials: true});
    events.onopen = () => done('open');
    events.onerror = () => { events.close(); done('refused'); };
  });
  found.socket = await new Promise((done) => {
    const socket = new WebSocket(origin.replace('http', 'ws') + '/events');
    socket.onopen = () => done('open');
    socket.onerror = () => done('refused');
  });
  return found;
}"""
_FORM = """([origin, source, path, kind]) => {
  const form = document.createElement('form');
  form.method = 'post';
  form.enctype = kind;
  form.action = `${origin}/${path}?source=${source}&name=x.txt`;
  const field = document.createElement('input');
  field.name = '{"kind":"set","key":"paper","value":"A5","text":"hostile","a":"';
  field.value = '"}';
  form.append(field);
  document.body.append(form);
  form.submit();
}"""


@pytest.fixture(params=["127.0.0.1", "localhost"])
def elsewhere(request: pytest.FixtureRequest, visit: Visit, preview: Preview) -> Iterator[Page]:
    """Open a page of another server in the browser that has a text of the preview open."""
    visit.open(preview.add("guarded.txt"))
    with serving(_PAGE) as (address, _):
        page = visit.page.context.new_page()
        page.goto(address.replace("127.0.0.1", request.param))
        yield page


def test_a_page_of_another_origin_reads_nothing_and_changes_nothing(
    elsewhere: Page, visit: Visit, preview: Preview
):
    before = preview.list_files()
    found = elsewhere.evaluate(_TRIES, [preview.origin, visit.source])
    opaque = {name for name in found if "no-cors" in name}
    assert {found[name] for name in found.keys() - opaque} == {"refused"}, found
    assert {found[name] for name in opaque} <= {"refused", "opaque"}
    assert preview.list_files() == before


@pytest.mark.parametrize("path", ["decide", "text", "undo", "upload", "send"])
@pytest.mark.parametrize("kind", ["text/plain", "multipart/form-data", "application/x-www-form-urlencoded"])
def test_a_form_of_another_origin_changes_nothing(visit: Visit, preview: Preview, path: str, kind: str):
    source = preview.add("guarded.txt")
    before = preview.list_files()
    with serving(_PAGE) as (address, _):
        page = visit.page.context.new_page()
        page.goto(address)
        with page.expect_response(lambda answer: f"/{path}?" in answer.url) as answered:
            page.evaluate(_FORM, [preview.origin, source, path, kind])
        assert answered.value.status == 403
    assert preview.list_files() == before


def test_a_window_that_another_origin_opens_is_not_to_be_read(
    elsewhere: Page, visit: Visit, preview: Preview
):
    with visit.page.context.expect_page() as opened:
        elsewhere.evaluate(
            "address => { window.theirs = window.open(address); }",
            f"{preview.origin}/edit?source={visit.source}",
        )
    opened.value.wait_for_load_state()
    found = elsewhere.evaluate(
        "() => { try { return window.theirs.document.body.innerText; } catch (error) { return 'refused'; } }"
    )
    assert found in ("refused", "")
    assert "ferry" not in opened.value.inner_text("body")


def test_the_cookie_is_not_for_scripts_and_not_for_other_sites(visit: Visit, preview: Preview):
    (cookie,) = visit.page.context.cookies(preview.origin)
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Strict")
    assert preview.token not in str(visit.page.evaluate("document.cookie"))
    assert preview.token not in visit.page.url
    assert preview.token not in visit.page.content()


def test_words_of_a_text_run_nothing(visit: Visit, preview: Preview):
    hostile = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>'
    text = f"Harbour {hostile} figures\n\nIt spent 36 million euros on {hostile} quays.\n"
    visit.open(preview.add("hostile.txt", text))
    for kind in ("numbers", "headings", "pictures", "findings"):
        visit.show(kind)
    assert visit.page.evaluate("window.ran") is None
    name = preview.add("quote&'amp.txt")
    visit.page.goto(preview.origin)
    visit.page.get_by_role("link", name=name, exact=True).click()
    visit.wait(0)


def test_nothing_is_asked_of_another_host(visit: Visit, preview: Preview):
    asked: list[str] = []
    visit.page.context.on("request", lambda request: asked.append(request.url))
    visit.open(
        preview.add("alone.txt", "Harbour\n\n![A quay](http://127.0.0.1:9/quay.png) It has 36 quays.\n")
    )
    visit.show("findings")
    assert asked
    assert all(url.startswith((preview.origin, "data:")) for url in asked), asked


def test_another_server_of_this_machine_is_not_given_the_token(visit: Visit, preview: Preview):
    """Browsers send the cookies of a host to all its ports, whoever listens there."""
    if preview.host == "127.0.0.1":  # where the loopback is one address
        return
    visit.open(preview.add("guarded.txt"))
    with serving(_PAGE) as (address, _):
        page = visit.page.context.new_page()
        with page.expect_request(address) as asked:
            page.goto(address)
        assert "cookie" not in asked.value.all_headers()
