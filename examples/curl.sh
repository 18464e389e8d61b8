#!/usr/bin/env bash
# Asks a gateway by curl: a check, a chat message before it is delivered, the feed.
set -euo pipefail

url="${GATEHOUSE_URL:-http://localhost:8080}"
key="${GATEHOUSE_KEY:?an access key of the gateway}"

# The key is read from a file, so that it stands in no list of processes.
ask() {
  curl --silent --show-error --fail-with-body --max-time 10 \
    --config <(printf 'header = "Authorization: Bearer %s"\n' "$key") \
    --header 'Content-Type: application/json' "$@"
  echo
}

echo '# Would this text be let through? Nothing is stored.'
ask --data '{"text": "Call me at 604-555-0143", "channel": "chat"}' "$url/api/check"

echo '# May this message be delivered? It is judged once, however often it is asked.'
now="$(date -u +%Y-%m-%dT%H:%M:%SZ)"
ask --data "{\"request_id\": \"r-1\", \"message\": {\"message_id\": \"${MESSAGE_ID:-example-$(date +%s)}\",
  \"thread_id\": \"example\", \"user_id\": \"ann\", \"role\": \"client\",
  \"content\": \"Call me at 604-555-0143\", \"timestamp\": \"$now\"}}" "$url/api/intercept"

echo '# What happened so far; give "next" as "after" to read on.'
ask --get --data-urlencode 'after=' --data 'limit=5' "$url/api/events"
