// tsc: 2339 line 6
namespace N {
  const hidden = 1;
  export const shown = hidden;
}
console.log(N.hidden);
