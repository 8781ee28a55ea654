// Coroutines: the tasks of async functions and generators. A coroutine is a list: its task, the state of the promise that it
// awaits, the error that it is to get at its next `await` (`takePending`), and the call of the host that it belongs to; then
// what generators keep.
const COROUTINE_TASK = 0;
const COROUTINE_AWAITS = 1;
const COROUTINE_ERROR = 2;
const COROUTINE_CALL = 3;

// How the last resume was meant.
const RESUME_NEXT = 0;
const RESUME_THROW = 1;
const RESUME_RETURN = 2;

let resumeMode: number = RESUME_NEXT;

// The coroutine that runs; undefined outside.
let runningCoroutine: any = undefined;

// Runs a function word as the task of a coroutine up to its first wait.
function startCoroutine(coroutine: $List, body): void {
  const outer = runningCoroutine;
  runningCoroutine = coroutine;
  coroutine[COROUTINE_TASK] = $spawn(body);
  runningCoroutine = outer;
}

// Lets a coroutine run until it waits or ends; gives what it hands out.
function resumeCoroutine(coroutine: $List, mode: number, value): any {
  const outer = runningCoroutine;
  runningCoroutine = coroutine;
  resumeMode = mode;
  const result = $coroutine_resume(coroutine[COROUTINE_TASK], value);
  runningCoroutine = outer;
  return result;
}

// Hands a value out and waits; throws what a resume brings that is meant so.
function suspendCoroutine(value): any {
  const result = $coroutine_suspend(value);
  if (resumeMode === RESUME_THROW) throw result;
  return result;
}
