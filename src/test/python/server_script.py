"""Runs deploy/erpnext/server-script.py as Frappe would, with a stand-in for its names."""

import json
import pathlib
import types
import unittest

SCRIPT = pathlib.Path("deploy/erpnext/server-script.py").read_text(encoding="utf-8")
CODE = compile(SCRIPT, "server-script.py", "exec")


class Thrown(Exception):
    pass


class Document(dict):
    @property
    def doctype(self):
        return self["doctype"]


def save(document, answer, user_type="Website User"):
    """What was asked, or None; raises Thrown when the document is not saved."""
    asked = []

    def post(address, headers=None, data=None):
        asked.append(json.loads(data))
        if isinstance(answer, Exception):
            raise answer
        return answer

    def throw(text):
        raise Thrown(text)

    frappe = types.SimpleNamespace(
        make_post_request=post,
        throw=throw,
        lang="fr",
        session=types.SimpleNamespace(user="ann@mail.ca"),
        db=types.SimpleNamespace(get_value=lambda doctype, name, field: user_type),
    )
    # Frappe gives the script its names as globals and keeps what it assigns apart.
    exec(CODE, {"frappe": frappe, "json": json, "doc": Document(document)}, {})
    return asked[0] if asked else None


BLOCK = {"action": "block", "told": "Please keep this here."}
COMMENT = {
    "doctype": "Comment",
    "comment_type": "Comment",
    "reference_doctype": "Issue",
    "reference_name": "ISS-1",
    "comment_email": "ann@mail.ca",
    "content": "<p>call me</p>",
}
SENT = {
    "doctype": "Communication",
    "communication_type": "Communication",
    "reference_doctype": "Issue",
    "reference_name": "ISS-1",
    "sent_or_received": "Sent",
    "sender": "bo@firm.ca",
    "content": "<p>call me</p>",
}
ISSUE = {"doctype": "Issue", "description": "<p>call me</p>", "raised_by": "ann@mail.ca"}


class ServerScript(unittest.TestCase):
    def test_what_is_blocked_is_not_saved_and_says_why(self):
        for document in (COMMENT, SENT, ISSUE):
            with self.assertRaisesRegex(Thrown, "Please keep this here."):
                save(document, BLOCK)

    def test_everything_else_is_saved(self):
        for answer in ({"action": "allow"}, {"action": "warn"}, {"action": "redact"}, {}, "", None):
            save(COMMENT, answer)

    def test_a_gateway_that_does_not_answer_stops_nothing(self):
        save(COMMENT, OSError("504"))

    def test_it_says_who_writes_where(self):
        asked = save(SENT, {"action": "allow"})
        self.assertEqual(asked["conversation"], "ISS-1")
        self.assertEqual((asked["author"], asked["sender"]), ("bo@firm.ca", "provider"))
        self.assertEqual((asked["channel"], asked["html"], asked["language"]), ("erpnext", True, "fr"))
        self.assertEqual(save(ISSUE, None)["sender"], "client")

    def test_nobody_is_asked_about_notes_alerts_fetched_mail_and_our_own(self):
        self.assertIsNone(save(COMMENT, BLOCK, user_type="System User"))
        self.assertIsNone(save(dict(ISSUE, issue_type="Compliance Alert"), BLOCK))
        self.assertIsNone(save(dict(SENT, sent_or_received="Received", email_account="Support"), BLOCK))
        self.assertIsNone(save(dict(SENT, custom_gateway_key="GH-1"), BLOCK))
        self.assertIsNone(save(dict(SENT, reference_doctype="Lead"), BLOCK))
        self.assertIsNone(save(dict(COMMENT, comment_type="Like"), BLOCK))
        self.assertIsNone(save(dict(SENT, communication_type="Automated Message"), BLOCK))
        self.assertIsNone(save(dict(COMMENT, content=None), BLOCK))


if __name__ == "__main__":
    unittest.main()
