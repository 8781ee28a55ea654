// An HTTP-like router: a trie of paths with parameters and wildcards, middleware, and typed parameters.
type Method = "GET" | "POST" | "PUT" | "DELETE";
type Params<P extends string> = P extends `${infer Head}/${infer Tail}` ? Params<Head> & Params<Tail> : P extends `:${infer Name}?` ? { [K in Name]?: string } : P extends `:${infer Name}` ? { [K in Name]: string } : P extends `*${infer Name}` ? { [K in Name]: string } : {};

interface Request0 {
  readonly method: Method;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}
interface Response0 {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}
interface Context<P = {}> {
  readonly request: Request0;
  readonly params: P;
  readonly query: Readonly<Record<string, string | string[]>>;
  readonly state: Map<string, unknown>;
}
type Reply = Response0 | string | object | void;
type Handler<P> = (context: Context<P>) => Reply | Promise<Reply>;
type Middleware = (context: Context<any>, next: () => Promise<Response0>) => Promise<Response0> | Response0;

class HttpError extends Error {
  constructor(readonly status: number, message: string, readonly headers: Record<string, string> = {}) {
    super(message);
  }
}

class Node0 {
  readonly fixed = new Map<string, Node0>();
  parameter?: { name: string; node: Node0 };
  wildcard?: { name: string; node: Node0 };
  readonly handlers: Partial<Record<Method, Handler<any>>> = {};

  insert(segments: readonly string[]): Node0 {
    const [segment, ...rest] = segments;
    if (segment === undefined) return this;
    if (segment.startsWith(":")) {
      this.parameter ??= { name: segment.slice(1), node: new Node0() };
      if (this.parameter.name !== segment.slice(1)) throw new Error(`parameter :${this.parameter.name} and ${segment} at one place`);
      return this.parameter.node.insert(rest);
    }
    if (segment.startsWith("*")) {
      this.wildcard = { name: segment.slice(1), node: new Node0() };
      return this.wildcard.node;
    }
    let next = this.fixed.get(segment);
    if (!next) this.fixed.set(segment, (next = new Node0()));
    return next.insert(rest);
  }

  find(segments: readonly string[], params: Record<string, string> = {}): { node: Node0; params: Record<string, string> } | undefined {
    const [segment, ...rest] = segments;
    if (segment === undefined) return Object.keys(this.handlers).length ? { node: this, params } : undefined;
    const byName = this.fixed.get(segment)?.find(rest, params);
    if (byName) return byName;
    const byParameter = this.parameter?.node.find(rest, { ...params, [this.parameter.name]: decode(segment) });
    if (byParameter) return byParameter;
    return this.wildcard && { node: this.wildcard.node, params: { ...params, [this.wildcard.name]: segments.map(decode).join("/") } };
  }
}

function decode(text: string): string {
  let out = "";
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "+") out += " ";
    else if (text[i] === "%") {
      const code = parseInt(text.slice(i + 1, i + 3), 16);
      if (Number.isNaN(code)) throw new HttpError(400, `bad escape in ${text}`);
      out += String.fromCharCode(code);
      i += 2;
    } else out += text[i];
  }
  return out;
}

function parseQuery(text: string): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const part of text.split("&").filter(Boolean)) {
    const [key, value = ""] = part.split("=").map(decode);
    const before = query[key];
    query[key] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return query;
}

const isResponse = (r: unknown): r is Response0 => typeof r === "object" && r !== null && "status" in r && "headers" in r && "body" in r;
const split = (path: string) => path.split("/").filter((s) => s !== "");

class Router {
  private readonly root = new Node0();
  private readonly middleware: Middleware[] = [];

  use(...middleware: Middleware[]): this {
    this.middleware.push(...middleware);
    return this;
  }
  on<P extends string>(method: Method, path: P, handler: Handler<Params<P>>): this {
    const segments = split(path);
    if (segments.at(-1)?.endsWith("?")) {
      this.on(method, segments.slice(0, -1).join("/"), handler as Handler<any>);
      segments[segments.length - 1] = segments[segments.length - 1].slice(0, -1);
    }
    this.root.insert(segments).handlers[method] = handler;
    return this;
  }
  get = <P extends string>(path: P, handler: Handler<Params<P>>) => this.on("GET", path, handler);
  post = <P extends string>(path: P, handler: Handler<Params<P>>) => this.on("POST", path, handler);
  mount(prefix: string, build: (r: { get: Router["get"]; post: Router["post"] }) => void): this {
    build({
      get: (path, handler) => this.on("GET", prefix + path, handler as Handler<any>),
      post: (path, handler) => this.on("POST", prefix + path, handler as Handler<any>),
    });
    return this;
  }

  async handle(method: Method, url: string, init: { headers?: Record<string, string>; body?: unknown } = {}): Promise<Response0> {
    const [path, queryText = ""] = url.split("?");
    const request: Request0 = { method, path, headers: init.headers ?? {}, ...(init.body !== undefined && { body: init.body }) };
    let params: Record<string, string> = {};
    const context: Context<any> = {
      request,
      get params() {
        return params;
      },
      query: parseQuery(queryText),
      state: new Map(),
    };
    const run = async (index: number): Promise<Response0> => {
      const step = this.middleware[index];
      if (step) return step(context, () => run(index + 1));
      const found = this.root.find(split(path));
      if (!found) throw new HttpError(404, `nothing at ${path}`);
      const handler = found.node.handlers[method];
      if (!handler) throw new HttpError(405, `no ${method} here`, { allow: Object.keys(found.node.handlers).sort().join(", ") });
      params = found.params;
      return toResponse(await handler(context));
    };
    try {
      return await run(0);
    } catch (e) {
      if (e instanceof HttpError) return { status: e.status, headers: e.headers, body: { error: e.message } };
      return { status: 500, headers: {}, body: { error: e instanceof Error ? `${e.name}: ${e.message}` : String(e) } };
    }
  }
}

function toResponse(reply: Reply): Response0 {
  if (isResponse(reply)) return reply;
  if (reply === undefined) return { status: 204, headers: {}, body: null };
  return { status: 200, headers: { type: typeof reply === "string" ? "text" : "json" }, body: reply };
}

const log: string[] = [];
const users = new Map([["1", { name: "Ann" }], ["2", { name: "Bob" }]]);
const router = new Router()
  .use(async ({ request }, next) => {
    const response = await next();
    log.push(`${request.method} ${request.path} ${response.status}`);
    return response;
  })
  .use(async (context, next) => {
    if (context.request.path.startsWith("/admin") && context.request.headers.token !== "secret") throw new HttpError(401, "who are you?");
    context.state.set("user", context.request.headers.token ?? "guest");
    const response = await next();
    response.headers["x-user"] = String(context.state.get("user"));
    return response;
  })
  .get("/", () => "home")
  .get("/users", ({ query }) => [...users.values()].filter((u) => !query.name || u.name === query.name))
  .get("/users/:id", ({ params: { id } }) => users.get(id) ?? (() => { throw new HttpError(404, `no user ${id}`); })())
  .get("/users/me", ({ state }) => ({ me: state.get("user") }))
  .post("/users", ({ request }) => {
    const body = request.body as { name?: unknown } | undefined;
    if (typeof body?.name !== "string") throw new HttpError(422, "a name is needed");
    users.set(String(users.size + 1), { name: body.name });
    return { status: 201, headers: { location: `/users/${users.size}` }, body: null };
  })
  .on("DELETE", "/users/:id", ({ params }) => void users.delete(params.id))
  .get("/files/*path", ({ params }) => `file ${params.path}`)
  .get("/posts/:year/:month?", ({ params }) => ({ year: params.year, month: params.month ?? "all" }))
  .get("/crash", () => (undefined as any).x)
  .get("/slow", async () => {
    await new Promise((r) => setTimeout(r, 5));
    return "slow";
  })
  .mount("/admin", (r) => r.get("/stats/:kind", ({ params }) => `stats of ${params.kind}`));

const requests: [Method, string, { headers?: Record<string, string>; body?: unknown }?][] = [
  ["GET", "/"], ["GET", "/users"], ["GET", "/users?name=Bob"], ["GET", "/users/1"], ["GET", "/users/9"], ["GET", "/users/me", { headers: { token: "t" } }],
  ["POST", "/users", { body: { name: "Cy" } }], ["POST", "/users", { body: {} }], ["DELETE", "/users/1"], ["GET", "/users/1"], ["PUT", "/users"],
  ["GET", "/files/a/b%20c/d.txt"], ["GET", "/posts/2024"], ["GET", "/posts/2024/05/"], ["GET", "/nothing/here"], ["GET", "/crash"],
  ["GET", "/admin/stats/cpu"], ["GET", "/admin/stats/cpu", { headers: { token: "secret" } }], ["GET", "/users/%zz"],
];
for (const [method, url, init] of requests) {
  const { status, headers, body } = await router.handle(method, url, init);
  console.log(method, url, status, JSON.stringify(headers), JSON.stringify(body));
}
const both = await Promise.all([router.handle("GET", "/slow"), router.handle("GET", "/")]);
console.log(both.map((r) => r.body));
console.log(log.slice(-3), log.length);
console.log(parseQuery("a=1&b=x+y&a=2&c&a=%33"));
try {
  router.get("/users/:other", () => "x");
} catch (e) {
  console.log((e as Error).message);
}
