// The clock, and the time that timers go by. Whatever shows the program the clock reads it by `readClock`.

let shownTime: number = -1;

function readClock(): number {
  const now = $clock_now();
  setTimerTime(now);
  return now;
}

// Time does not go back.
function setTimerTime(time: number): void {
  if (time > shownTime) shownTime = time;
}

// Time has passed, because something comes from outside.
function passTime(): void {
  if (shownTime >= 0) setTimerTime($clock_now());
}

function timerTime(): number {
  if (shownTime < 0) shownTime = $clock_now();
  return shownTime;
}

class Performance {
  now() {
    return readClock();
  }
}

const performance = new Performance();
