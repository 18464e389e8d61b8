// A client of Gatehouse for chat applications: ask before delivering, and follow the feed.
//
// It needs nothing but the WebSocket and fetch of Node 22 or of a browser. A question that is not
// answered in time is answered here, with `allow` and `unanswered: true`: a chat is never held up.
// Whoever would rather hold messages back than let one pass unseen sets `onSilence: "hold"`.

export type Action = "allow" | "nudge" | "hard_block" | "redact";

export interface Message {
  message_id: string;
  thread_id: string;
  user_id: string;
  content: string;
  timestamp: string | number;
  gps_lat?: number;
  gps_lon?: number;
  role?: "client" | "provider" | "staff";
  language?: string;
}

export interface Verdict {
  allowed: boolean;
  action: Action;
  risk_score: number;
  labels: string[];
  block_reason?: string;
  nudge_message?: string;
  redacted_content?: string;
  truncated?: boolean;
  recorded?: boolean;
  held?: boolean;
  event_id?: string;
  /** Ours: the gateway said nothing in time, or could not be reached. */
  unanswered?: boolean;
}

/** The gateway refused the question: something is wrong with it, or with the key. */
export class Refused extends Error {
  readonly code: string;
  readonly retryAfterMs?: number;

  constructor(frame: { code?: string; message?: string; retry_after_ms?: number }) {
    super(frame.message ?? "the gateway refused the message");
    this.code = frame.code ?? "processing_error";
    this.retryAfterMs = frame.retry_after_ms;
  }
}

export interface Options {
  /** Such as https://gate.example.org. */
  url: string;
  /** A browser's must be lent to one person: POST /api/intercept/keys. */
  key: string;
  /** How long an answer is waited for; 100 ms unless given. */
  patienceMs?: number;
  onSilence?: "allow" | "hold";
}

interface Waiting {
  resolve(verdict: Verdict): void;
  reject(why: Error): void;
  timer: ReturnType<typeof setTimeout>;
}

const PROTOCOL = "gatehouse.v1";
const PATIENCE_MS = 100;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;
/** Its key was withdrawn or has ended: trying again with it is no use. */
const KEY_ENDED = 4401;

export class Gatehouse {
  private readonly options: Options;
  private readonly waiting = new Map<string, Waiting>();
  private socket?: WebSocket;
  private pauseMs = FIRST_PAUSE_MS;
  private asked = 0;
  private closed = false;

  constructor(options: Options) {
    this.options = options;
    this.connect();
  }

  /** Whether a message may be delivered. Rejects only with {@link Refused}. */
  ask(message: Message): Promise<Verdict> {
    return this.send("intercept", message);
  }

  /** The same while it is being typed: nothing is stored or counted. */
  preview(message: Message): Promise<Verdict> {
    return this.send("preview", message);
  }

  close(): void {
    this.closed = true;
    this.socket?.close(1000);
    this.answerAll();
  }

  private send(type: "intercept" | "preview", message: Message): Promise<Verdict> {
    const socket = this.socket;
    if (socket?.readyState !== WebSocket.OPEN) {
      return Promise.resolve(this.silence());
    }
    const id = `${type}-${++this.asked}`;
    return new Promise<Verdict>((resolve, reject) => {
      const timer = setTimeout(
        () => this.settle(id, (it) => it.resolve(this.silence())),
        this.options.patienceMs ?? PATIENCE_MS,
      );
      this.waiting.set(id, { resolve, reject, timer });
      socket.send(JSON.stringify({ type, request_id: id, message }));
    });
  }

  private connect(): void {
    const address = this.options.url.replace(/^http/, "ws").replace(/\/$/, "") + "/ws/intercept";
    // A browser can set no header on a WebSocket: the key travels as a second protocol's name.
    const socket = new WebSocket(address, [PROTOCOL, this.options.key]);
    this.socket = socket;
    socket.onopen = () => {
      this.pauseMs = FIRST_PAUSE_MS;
    };
    socket.onmessage = (event) => this.receive(String(event.data));
    socket.onclose = (event) => this.reconnect(event.code);
  }

  /** Pauses grow, and differ from client to client, so that they do not come back all at once. */
  private reconnect(code: number): void {
    this.answerAll();
    if (this.closed || code === KEY_ENDED) {
      return;
    }
    setTimeout(
      () => {
        if (!this.closed) {
          this.connect();
        }
      },
      this.pauseMs * (0.5 + Math.random()),
    );
    this.pauseMs = Math.min(this.pauseMs * 2, LONGEST_PAUSE_MS);
  }

  private receive(text: string): void {
    const frame = JSON.parse(text);
    const id = String(frame.request_id ?? "");
    switch (frame.type) {
      case "intercept_result":
      case "preview_result":
        this.settle(id, (it) => it.resolve(frame.result ?? this.silence()));
        break;
      case "error":
        this.settle(id, (it) => it.reject(new Refused(frame)));
        break;
    }
  }

  /** An answer that comes after its time finds nobody waiting, and is dropped. */
  private settle(id: string, how: (it: Waiting) => void): void {
    const it = this.waiting.get(id);
    if (it) {
      this.waiting.delete(id);
      clearTimeout(it.timer);
      how(it);
    }
  }

  private answerAll(): void {
    for (const id of [...this.waiting.keys()]) {
      this.settle(id, (it) => it.resolve(this.silence()));
    }
  }

  private silence(): Verdict {
    const allowed = (this.options.onSilence ?? "allow") === "allow";
    return {
      allowed,
      action: allowed ? "allow" : "hard_block",
      risk_score: 0,
      labels: [],
      unanswered: true,
    };
  }
}

/** One entry of the feed; what it holds besides depends on its type. */
export interface Entry {
  id: string;
  type: string;
  [name: string]: unknown;
}

/**
 * Follows the feed for ever, from a cursor on ("" for the oldest that is kept, "now" for what
 * comes). Keep `next` when an entry is dealt with, and give it after a restart: an entry may come
 * twice, by the same id, but none is left out.
 */
export async function* follow(
  options: Pick<Options, "url" | "key">,
  after = "",
): AsyncGenerator<{ entry: Entry; next: string }> {
  let pauseMs = FIRST_PAUSE_MS;
  for (let cursor = after; ; ) {
    try {
      const query = new URLSearchParams({ after: cursor, wait: "30" });
      const answer = await fetch(`${options.url.replace(/\/$/, "")}/api/events?${query}`, {
        headers: { Authorization: `Bearer ${options.key}` },
      });
      if (!answer.ok) {
        throw new Error(`the feed answers ${answer.status}`);
      }
      const { items, next } = (await answer.json()) as { items: Entry[]; next: string };
      for (const [index, entry] of items.entries()) {
        // The cursor stands behind all of them: a stop in the middle reads these once more.
        yield { entry, next: index === items.length - 1 ? next : cursor };
      }
      cursor = next;
      pauseMs = FIRST_PAUSE_MS;
    } catch (failure) {
      console.warn(String(failure));
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    }
  }
}

// As a program: asks about one message and shows the oldest entry of the feed.
declare const process: { argv: string[]; env: Record<string, string | undefined> } | undefined;

async function main(env: Record<string, string | undefined>): Promise<void> {
  const options = {
    url: env.GATEHOUSE_URL ?? "http://localhost:8080",
    key: env.GATEHOUSE_KEY ?? "",
    patienceMs: 2_000,
  };
  const gate = new Gatehouse(options);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  console.log(
    await gate.ask({
      message_id: `example-${Date.now()}`,
      thread_id: "example",
      user_id: "ann",
      role: "client",
      content: "Call me at 604-555-0143",
      timestamp: new Date().toISOString(),
    }),
  );
  gate.close();
  for await (const { entry } of follow(options)) {
    console.log(entry);
    break;
  }
}

if (typeof process !== "undefined" && /gatehouse\.[mc]?[jt]s$/.test(process.argv[1] ?? "")) {
  void main(process.env);
}
