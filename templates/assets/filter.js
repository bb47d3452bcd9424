/* Filters of the activity index. Without this script the whole table shows.
   A classic script, so that it also runs from a folder without a server. */
(function () {
  "use strict";

  var form = document.querySelector("[data-filters]");
  var table = document.querySelector("[data-filtered]");
  if (!form || !table) return;

  var count = document.querySelector("[data-count]");
  var empty = document.querySelector("[data-empty]");
  var names = ["state", "channel", "month", "owner"];
  var rows = Array.prototype.map.call(table.tBodies[0].rows, function (row) {
    var keys = {};
    names.forEach(function (name) {
      keys[name] = (row.getAttribute("data-" + name) || "").split(" ");
    });
    return { row: row, keys: keys, text: row.textContent.toLowerCase() };
  });

  function chosen() {
    var values = {};
    names.concat("text").forEach(function (name) {
      values[name] = form.elements[name].value.trim();
    });
    return values;
  }

  function apply() {
    var values = chosen();
    var words = values.text.toLowerCase().split(/\s+/);
    var shown = 0;
    rows.forEach(function (entry) {
      var matches = names.every(function (name) {
        return !values[name] || entry.keys[name].indexOf(values[name]) >= 0;
      }) && words.every(function (word) { return entry.text.indexOf(word) >= 0; });
      entry.row.hidden = !matches;
      if (matches) shown += 1;
    });
    count.textContent = String(shown);
    empty.hidden = shown > 0;
    table.parentElement.hidden = shown === 0;
  }

  /* The choice stands in the address, so that it can be linked to and kept. */
  function write() {
    var values = chosen();
    var parts = Object.keys(values).filter(function (name) { return values[name]; })
      .map(function (name) { return name + "=" + encodeURIComponent(values[name]); });
    try {
      history.replaceState(null, "", parts.length ? "#" + parts.join("&") : location.pathname);
    } catch (error) {
      /* Some browsers refuse this for files; filtering works all the same. */
    }
  }

  function read() {
    form.reset();
    location.hash.slice(1).split("&").forEach(function (part) {
      var pair = part.split("=");
      var field = form.elements[pair[0]];
      if (!field || pair.length < 2) return;
      try { field.value = decodeURIComponent(pair[1]); } catch (error) { return; }
      if (field.value === "" && field.options) field.selectedIndex = 0;
    });
    apply();
  }

  form.addEventListener("input", function () { apply(); write(); });
  form.addEventListener("change", function () { apply(); write(); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(function () { apply(); write(); }, 0); });
  window.addEventListener("hashchange", read);

  form.hidden = false;
  read();
})();
