# Asks Gatehouse before a message is saved, and stops the ones it would block.
#
# Without this script every message is screened after it was saved, when the other side can read it
# already. With it, a message that the organization's rule for the channel `erpnext` blocks is never
# saved: its author reads why and can change it. Everything else is saved as ever and screened by the
# webhooks. When Gatehouse cannot be asked, the message is saved: the webhooks will tell of it.
#
# What the site needs
# - Server scripts: `bench set-config -g server_script_enabled 1` (v15 and later take it from
#   common_site_config.json only; v14 from site_config.json too). Some hosting plans forbid them.
# - One Server Script of type "DocType Event", event "Before Insert", for each of Communication,
#   Comment and Issue, all with this text; server-script.json holds the three.
# - An address to ask that always answers within two seconds. Frappe's make_post_request takes no
#   time-out, so a proxy on the site's own host keeps the time; nginx-check.conf is one for nginx. It
#   also holds the key, which therefore stands in no document of the site.
#
# Frappe runs this text where functions cannot see its names, so it has none.

ADDRESS = "http://127.0.0.1:8099/gatehouse-check"

text = ""
issue = ""
author = ""
sender = "client"

if doc.doctype == "Issue":
    # Our own alerts are Issues as well.
    if doc.get("issue_type") != "Compliance Alert" and not doc.get("custom_gateway_key"):
        text = doc.get("description")
        author = doc.get("raised_by")
elif doc.get("reference_doctype") == "Issue" and not doc.get("custom_gateway_key"):
    issue = doc.get("reference_name")
    if doc.doctype == "Communication":
        # A mail that was fetched has been sent long ago; refusing it would only lose it.
        fetched = doc.get("email_account") and doc.get("sent_or_received") == "Received"
        if doc.get("communication_type") in (None, "", "Communication") and not fetched:
            text = doc.get("content")
            author = doc.get("sender") or frappe.session.user
            if doc.get("sent_or_received") != "Received":
                sender = "provider"
    elif doc.doctype == "Comment" and doc.get("comment_type") == "Comment":
        # A colleague's note on the desk is not published; a customer's reply becomes so.
        if frappe.db.get_value("User", frappe.session.user, "user_type") != "System User":
            text = doc.get("content")
            author = doc.get("comment_email") or frappe.session.user

if text:
    answer = None
    try:
        answer = frappe.make_post_request(
            ADDRESS,
            headers={"Content-Type": "application/json"},
            data=json.dumps(
                {
                    "channel": "erpnext",
                    "html": True,
                    "text": text,
                    "conversation": issue or "",
                    "author": author or "",
                    "sender": sender,
                    "language": frappe.lang or "",
                }
            ),
        )
    except Exception:
        answer = None
    if isinstance(answer, dict) and answer.get("action") == "block":
        frappe.throw(answer.get("told") or "This message cannot be saved here. Please change it.")
