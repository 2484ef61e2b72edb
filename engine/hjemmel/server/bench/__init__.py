"""The workbench on one's own machine: a page, a session behind it, and the folder it writes in.

It listens on the loopback address alone. The address of the page has a secret in it, which every
request begins with; a request from another page, or for another host, is refused.

    GET  /NØKKEL/            the page
    POST /NØKKEL/kall        {"method", "arguments"} -> JSON of `workbench.shapes.Answered`
    POST /NØKKEL/gi          bytes of a file, to a method that takes one -> the same
    POST /NØKKEL/ta          a method that gives a file -> its bytes; the same JSON where it cannot
    POST /NØKKEL/lagre       {"texts": {name: text, or null to take away}} -> {"answer": Saved}
    POST /NØKKEL/endringer   {"after": number} -> {"answer": Told}, once something is changed on
                             disk or saved since that number, or when a while has passed

The page is `_resources/web/arbeidsbenk.html` of the package, which `make arbeidsbenk` builds: one
file with its own policy, in which `connect-src 'self'`. What it asks of is relative to its own
address (`fetch("kall", {method: "POST", body})`), so that it knows no secret. It begins by `kall`
of `begun` (`shapes.Started`) and `texts` (`shapes.Texts`).

The method of `gi` and `ta`, and the texts that go before the bytes, are a JSON list in the header
`X-Kall` in letters of ASCII: `["read_file", "saker.xlsx"]`.
"""
