// What plait.d.ts declares, for Node: the same turns of the same promises.

globalThis.Mutex = class Mutex {
  #locked = false;
  #waiting = [];

  lock() {
    if (!this.#locked) {
      this.#locked = true;
      return Promise.resolve();
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  tryLock() {
    if (this.#locked) return false;
    this.#locked = true;
    return true;
  }

  unlock() {
    if (!this.#locked) throw new Error("the mutex is not locked");
    const next = this.#waiting.shift();
    if (next) next();
    else this.#locked = false;
  }

  get isLocked() {
    return this.#locked;
  }
};

globalThis.Channel = class Channel {
  #capacity;
  #kept = [];
  #receivers = [];
  #senders = [];
  #closed = false;

  constructor(capacity = 0) {
    if (!(capacity >= 0 && Number.isInteger(capacity))) throw new RangeError("Invalid channel capacity");
    this.#capacity = capacity;
  }

  send(value) {
    if (this.#closed) return Promise.reject(new Error("the channel is closed"));
    const receiver = this.#receivers.shift();
    if (receiver) {
      receiver(value);
      return Promise.resolve();
    }
    if (this.#kept.length < this.#capacity) {
      this.#kept.push(value);
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => this.#senders.push({ value, resolve, reject }));
  }

  receive() {
    if (this.#kept.length > 0) {
      const value = this.#kept.shift();
      const sender = this.#senders.shift();
      if (sender) {
        this.#kept.push(sender.value);
        sender.resolve();
      }
      return Promise.resolve(value);
    }
    const sender = this.#senders.shift();
    if (sender) {
      sender.resolve();
      return Promise.resolve(sender.value);
    }
    if (this.#closed) return Promise.resolve(undefined);
    return new Promise((resolve) => this.#receivers.push(resolve));
  }

  close() {
    if (this.#closed) return;
    this.#closed = true;
    for (const receiver of this.#receivers.splice(0)) receiver(undefined);
    for (const sender of this.#senders.splice(0)) sender.reject(new Error("the channel is closed"));
  }

  get isClosed() {
    return this.#closed;
  }

  get length() {
    return this.#kept.length;
  }

  async *[Symbol.asyncIterator]() {
    for (;;) {
      const value = await this.receive();
      if (value === undefined) return;
      yield value;
    }
  }
};

globalThis.sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
