#!/usr/bin/env python3
"""Opens the pages of a built site in a headless browser, from the disk and from a
server: nothing on the console, no request leaves the site, no page wider than a
phone, filters that filter, pages that print."""

import argparse
import base64
import functools
import http.server
import pathlib
import sys
import threading
import urllib.parse

from devtools import Browser

PHONE = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
DESK = {"width": 1280, "height": 900, "deviceScaleFactor": 1, "mobile": False}


class Problems:
    def __init__(self):
        self.count = 0

    def add(self, page, text):
        self.count += 1
        print(f"{page}: {text}", file=sys.stderr)


def serve(site):
    """A local server for the folder; returns its address and how to stop it."""
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *arguments):
            pass

    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}/", server.shutdown


def console_problems(events, base):
    """What a reader with open developer tools would see."""
    for event in events:
        method, parameters = event["method"], event["params"]
        if method == "Runtime.exceptionThrown":
            yield "exception: " + parameters["exceptionDetails"]["text"]
        elif method == "Runtime.consoleAPICalled" and parameters["type"] in ("error", "warning"):
            yield "console: " + str(parameters["args"][0].get("value"))
        elif method == "Log.entryAdded" and parameters["entry"]["level"] in ("error", "warning"):
            yield "log: " + parameters["entry"]["text"]
        elif method == "Network.loadingFailed" and not parameters.get("canceled"):
            yield "not loaded: " + parameters["errorText"]
        elif method == "Network.requestWillBeSent":
            url = parameters["request"]["url"]
            if not url.startswith((base, "data:", "about:")):
                yield "asks for " + url


def check_pages(browser, base, pages, problems):
    browser.call("Emulation.setDeviceMetricsOverride", **PHONE)
    for page in pages:
        for text in console_problems(browser.open(base + urllib.parse.quote(page)), base):
            problems.add(page, text)
        width = browser.evaluate("document.documentElement.scrollWidth")
        if width > PHONE["width"]:
            widest = browser.evaluate(
                "[...document.querySelectorAll('main *')]"
                f".find(e => e.getBoundingClientRect().right > {PHONE['width']} + 1"
                " && !e.closest('.scroll, .table-scroll, pre'))?.outerHTML.slice(0, 80)")
            problems.add(page, f"is {width} px wide on a phone of 390: {widest}")
        dead = browser.evaluate(
            "[...document.querySelectorAll('a[href^=\"#\"]')]"
            ".map(a => decodeURIComponent(a.hash.slice(1)))"
            ".filter(id => id && !document.getElementById(id))")
        if dead:
            problems.add(page, f"links to anchors that it lacks: {dead}")


STATE = """(() => {
  const rows = [...document.querySelector('[data-filtered]').tBodies[0].rows];
  return {
    rows: rows.length,
    shown: rows.filter(r => r.offsetParent !== null).length,
    states: rows.map(r => r.dataset.state),
    titles: rows.map(r => r.cells[0].innerText),
    form: document.querySelector('[data-filters]').offsetParent !== null,
    count: Number(document.querySelector('[data-count]').textContent),
    hash: location.hash,
    empty: document.querySelector('[data-empty]').offsetParent !== null,
  };
})()"""

CHOOSE = """(() => {
  const field = document.querySelector('[data-filters]').elements['%s'];
  field.value = '%s';
  field.dispatchEvent(new Event('input', { bubbles: true }));
})()"""


def check_filters(browser, base, problems):
    page = "activities/index.html"
    browser.call("Emulation.setDeviceMetricsOverride", **DESK)

    def expect(what, condition):
        if not condition:
            problems.add(page, f"filters ({base.split(':')[0]}): {what}")

    browser.open(base + page)
    start = browser.evaluate(STATE)
    expect("the form shows", start["form"])
    expect("every row shows at first", start["shown"] == start["rows"] == start["count"])
    state = start["states"][0]
    wanted = start["states"].count(state)
    browser.evaluate(CHOOSE % ("state", state))
    chosen = browser.evaluate(STATE)
    expect("a state leaves its own rows", chosen["shown"] == wanted == chosen["count"])
    expect("the choice stands in the address", chosen["hash"] == f"#state={state}")
    browser.evaluate(CHOOSE % ("text", "no activity is called this"))
    none = browser.evaluate(STATE)
    expect("words that match nothing say so", none["shown"] == 0 and none["empty"])
    browser.evaluate("document.querySelector('[data-filters] [type=reset]').click()")
    browser.evaluate("new Promise(done => setTimeout(done, 50))")
    reset = browser.evaluate(STATE)
    expect("reset shows every row", reset["shown"] == reset["rows"] and not reset["empty"])
    browser.open(base + page + f"#state={state}")
    linked = browser.evaluate(STATE)
    expect("an address with a choice filters", linked["shown"] == wanted)
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    browser.open(base + page)
    plain = browser.evaluate(STATE)
    expect(
        "without script the whole table shows, and no form",
        plain["shown"] == plain["rows"] and not plain["form"])
    browser.call("Emulation.setScriptExecutionDisabled", value=False)


def check_menu(browser, base, problems):
    browser.call("Emulation.setDeviceMetricsOverride", **PHONE)
    browser.open(base + "index.html")
    visible = "document.querySelector('.menu nav').checkVisibility({ visibilityProperty: true })"
    before = browser.evaluate("document.querySelector('.menu').open")
    browser.evaluate("document.querySelector('.menu summary').click()")
    if before or not browser.evaluate(visible):
        problems.add("index.html", "the menu of a phone does not open")


def check_print(browser, base, pages, problems):
    browser.call("Emulation.setDeviceMetricsOverride", **DESK)
    for page in pages:
        browser.open(base + urllib.parse.quote(page))
        browser.call("Emulation.setEmulatedMedia", media="print")
        shown = browser.evaluate(
            "[...document.querySelectorAll('.top, .side, .foot, .filters')]"
            ".filter(e => e.offsetParent !== null).map(e => e.className)")
        ground = browser.evaluate("getComputedStyle(document.body).color")
        browser.call("Emulation.setEmulatedMedia", media="")
        if shown:
            problems.add(page, f"prints its navigation: {shown}")
        if ground != "rgb(0, 0, 0)":
            problems.add(page, f"prints in {ground}")
        printed = browser.call("Page.printToPDF", preferCSSPageSize=True)
        if not base64.b64decode(printed["data"]).startswith(b"%PDF"):
            problems.add(page, "does not print")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--browser", default="chromium")
    parser.add_argument("site", type=pathlib.Path)
    options = parser.parse_args()
    site = options.site.resolve()
    pages = sorted(str(path.relative_to(site)) for path in site.rglob("*.html"))
    # One page of each kind stands for the rest where each page would take long.
    kinds = {}
    for page in pages:
        folder = page.split("/")[0] if page.count("/") > 1 else page
        kinds.setdefault(folder, page)
    problems = Problems()
    address, stop = serve(site)
    with Browser(options.browser) as browser:
        from_disk = site.as_uri() + "/"
        print(f"browser: {len(pages)} pages from the disk, {len(kinds)} from a server")
        check_pages(browser, from_disk, pages[:600], problems)
        check_pages(browser, address, list(kinds.values()), problems)
        if "activities/index.html" in pages:
            check_filters(browser, from_disk, problems)
            check_filters(browser, address, problems)
        check_menu(browser, from_disk, problems)
        check_print(browser, from_disk, list(kinds.values()), problems)
    stop()
    if problems.count:
        print(f"browser: {problems.count} problems", file=sys.stderr)
        return 1
    print("browser: nothing to complain about")
    return 0


if __name__ == "__main__":
    sys.exit(main())
