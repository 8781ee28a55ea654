// A simulation of an operating system's kernel, after Martin Richards: method calls, fields, and a little arithmetic.

const ID_IDLE = 0;
const ID_WORKER = 1;
const ID_HANDLER_A = 2;
const ID_HANDLER_B = 3;
const ID_DEVICE_A = 4;
const ID_DEVICE_B = 5;
const NUMBER_OF_IDS = 6;

const KIND_DEVICE = 0;
const KIND_WORK = 1;

const STATE_RUNNING = 0;
const STATE_RUNNABLE = 1;
const STATE_SUSPENDED = 2;
const STATE_HELD = 4;
const STATE_SUSPENDED_RUNNABLE = STATE_SUSPENDED | STATE_RUNNABLE;
const STATE_NOT_HELD = ~STATE_HELD;

const DATA_SIZE = 4;
const COUNT = 10000;
const EXPECTED_QUEUE_COUNT = 23246;
const EXPECTED_HOLD_COUNT = 9297;

class Packet {
  link: Packet | null;
  id: number;
  kind: number;
  a1: number = 0;
  a2: number[] = [0, 0, 0, 0];

  constructor(link: Packet | null, id: number, kind: number) {
    this.link = link;
    this.id = id;
    this.kind = kind;
  }

  addTo(queue: Packet | null): Packet {
    this.link = null;
    if (queue === null) return this;
    let last: Packet = queue;
    let next = last.link;
    while (next !== null) {
      last = next;
      next = last.link;
    }
    last.link = this;
    return queue;
  }
}

abstract class Job {
  scheduler: Scheduler;

  constructor(scheduler: Scheduler) {
    this.scheduler = scheduler;
  }

  abstract run(packet: Packet | null): ControlBlock | null;
}

class ControlBlock {
  link: ControlBlock | null;
  id: number;
  priority: number;
  queue: Packet | null;
  job: Job;
  state: number;

  constructor(link: ControlBlock | null, id: number, priority: number, queue: Packet | null, job: Job) {
    this.link = link;
    this.id = id;
    this.priority = priority;
    this.queue = queue;
    this.job = job;
    this.state = queue === null ? STATE_SUSPENDED : STATE_SUSPENDED_RUNNABLE;
  }

  setRunning(): void {
    this.state = STATE_RUNNING;
  }

  markAsNotHeld(): void {
    this.state = this.state & STATE_NOT_HELD;
  }

  markAsHeld(): void {
    this.state = this.state | STATE_HELD;
  }

  isHeldOrSuspended(): boolean {
    return (this.state & STATE_HELD) !== 0 || this.state === STATE_SUSPENDED;
  }

  markAsSuspended(): void {
    this.state = this.state | STATE_SUSPENDED;
  }

  markAsRunnable(): void {
    this.state = this.state | STATE_RUNNABLE;
  }

  run(): ControlBlock | null {
    let packet: Packet | null = null;
    if (this.state === STATE_SUSPENDED_RUNNABLE) {
      packet = this.queue;
      if (packet !== null) {
        this.queue = packet.link;
        this.state = this.queue === null ? STATE_RUNNING : STATE_RUNNABLE;
      }
    }
    return this.job.run(packet);
  }

  checkPriorityAdd(block: ControlBlock, packet: Packet): ControlBlock {
    if (this.queue === null) {
      this.queue = packet;
      this.markAsRunnable();
      if (this.priority > block.priority) return this;
    } else {
      this.queue = packet.addTo(this.queue);
    }
    return block;
  }
}

class Scheduler {
  queueCount: number = 0;
  holdCount: number = 0;
  blocks: (ControlBlock | null)[] = [null, null, null, null, null, null];
  list: ControlBlock | null = null;
  currentBlock: ControlBlock | null = null;
  currentId: number = 0;

  addIdle(id: number, priority: number, queue: Packet | null, count: number): void {
    this.addRunning(id, priority, queue, new IdleJob(this, 1, count));
  }

  addWorker(id: number, priority: number, queue: Packet | null): void {
    this.add(id, priority, queue, new WorkerJob(this, ID_HANDLER_A, 0));
  }

  addHandler(id: number, priority: number, queue: Packet | null): void {
    this.add(id, priority, queue, new HandlerJob(this));
  }

  addDevice(id: number, priority: number, queue: Packet | null): void {
    this.add(id, priority, queue, new DeviceJob(this));
  }

  addRunning(id: number, priority: number, queue: Packet | null, job: Job): void {
    this.add(id, priority, queue, job).setRunning();
  }

  add(id: number, priority: number, queue: Packet | null, job: Job): ControlBlock {
    const block = new ControlBlock(this.list, id, priority, queue, job);
    this.currentBlock = block;
    this.list = block;
    this.blocks[id] = block;
    return block;
  }

  schedule(): void {
    this.currentBlock = this.list;
    let block = this.currentBlock;
    while (block !== null) {
      if (block.isHeldOrSuspended()) {
        block = block.link;
      } else {
        this.currentId = block.id;
        this.currentBlock = block;
        block = block.run();
      }
    }
  }

  release(id: number): ControlBlock | null {
    const block = this.blocks[id];
    if (block === null) return block;
    block.markAsNotHeld();
    const current = this.currentBlock;
    if (current !== null && block.priority > current.priority) return block;
    return current;
  }

  holdCurrent(): ControlBlock | null {
    this.holdCount++;
    const current = this.currentBlock;
    if (current === null) return null;
    current.markAsHeld();
    return current.link;
  }

  suspendCurrent(): ControlBlock | null {
    const current = this.currentBlock;
    if (current !== null) current.markAsSuspended();
    return current;
  }

  enqueue(packet: Packet): ControlBlock | null {
    const block = this.blocks[packet.id];
    if (block === null) return block;
    this.queueCount++;
    packet.link = null;
    packet.id = this.currentId;
    const current = this.currentBlock;
    if (current === null) return null;
    return block.checkPriorityAdd(current, packet);
  }
}

class IdleJob extends Job {
  v1: number;
  count: number;

  constructor(scheduler: Scheduler, v1: number, count: number) {
    super(scheduler);
    this.v1 = v1;
    this.count = count;
  }

  run(packet: Packet | null): ControlBlock | null {
    this.count--;
    if (this.count === 0) return this.scheduler.holdCurrent();
    if ((this.v1 & 1) === 0) {
      this.v1 = this.v1 >> 1;
      return this.scheduler.release(ID_DEVICE_A);
    }
    this.v1 = (this.v1 >> 1) ^ 0xd008;
    return this.scheduler.release(ID_DEVICE_B);
  }
}

class DeviceJob extends Job {
  v1: Packet | null = null;

  run(packet: Packet | null): ControlBlock | null {
    if (packet === null) {
      const kept = this.v1;
      if (kept === null) return this.scheduler.suspendCurrent();
      this.v1 = null;
      return this.scheduler.enqueue(kept);
    }
    this.v1 = packet;
    return this.scheduler.holdCurrent();
  }
}

class WorkerJob extends Job {
  v1: number;
  v2: number;

  constructor(scheduler: Scheduler, v1: number, v2: number) {
    super(scheduler);
    this.v1 = v1;
    this.v2 = v2;
  }

  run(packet: Packet | null): ControlBlock | null {
    if (packet === null) return this.scheduler.suspendCurrent();
    this.v1 = this.v1 === ID_HANDLER_A ? ID_HANDLER_B : ID_HANDLER_A;
    packet.id = this.v1;
    packet.a1 = 0;
    for (let i = 0; i < DATA_SIZE; i++) {
      this.v2++;
      if (this.v2 > 26) this.v2 = 1;
      packet.a2[i] = this.v2;
    }
    return this.scheduler.enqueue(packet);
  }
}

class HandlerJob extends Job {
  v1: Packet | null = null;
  v2: Packet | null = null;

  run(packet: Packet | null): ControlBlock | null {
    if (packet !== null) {
      if (packet.kind === KIND_WORK) this.v1 = packet.addTo(this.v1);
      else this.v2 = packet.addTo(this.v2);
    }
    const work = this.v1;
    if (work !== null) {
      const count = work.a1;
      if (count < DATA_SIZE) {
        const device = this.v2;
        if (device !== null) {
          this.v2 = device.link;
          device.a1 = work.a2[count];
          work.a1 = count + 1;
          return this.scheduler.enqueue(device);
        }
      } else {
        this.v1 = work.link;
        return this.scheduler.enqueue(work);
      }
    }
    return this.scheduler.suspendCurrent();
  }
}

function runOnce(): boolean {
  const scheduler = new Scheduler();
  scheduler.addIdle(ID_IDLE, 0, null, COUNT);

  let queue = new Packet(null, ID_WORKER, KIND_WORK);
  queue = new Packet(queue, ID_WORKER, KIND_WORK);
  scheduler.addWorker(ID_WORKER, 1000, queue);

  queue = new Packet(null, ID_DEVICE_A, KIND_DEVICE);
  queue = new Packet(queue, ID_DEVICE_A, KIND_DEVICE);
  queue = new Packet(queue, ID_DEVICE_A, KIND_DEVICE);
  scheduler.addHandler(ID_HANDLER_A, 2000, queue);

  queue = new Packet(null, ID_DEVICE_B, KIND_DEVICE);
  queue = new Packet(queue, ID_DEVICE_B, KIND_DEVICE);
  queue = new Packet(queue, ID_DEVICE_B, KIND_DEVICE);
  scheduler.addHandler(ID_HANDLER_B, 3000, queue);

  scheduler.addDevice(ID_DEVICE_A, 4000, null);
  scheduler.addDevice(ID_DEVICE_B, 5000, null);
  scheduler.schedule();
  return scheduler.queueCount === EXPECTED_QUEUE_COUNT && scheduler.holdCount === EXPECTED_HOLD_COUNT;
}

let good = 0;
for (let round = 0; round < 200; round++) if (runOnce()) good++;
console.log(`${good} rounds of ${NUMBER_OF_IDS} tasks as expected`);
