local function sieve(size)
  local flags = {}
  local i = 0
  while i < size do
    flags[i] = true
    i = i + 1
  end
  local count = 0
  i = 2
  while i < size do
    if flags[i] then
      count = count + 1
      local j = i + i
      while j < size do
        flags[j] = false
        j = j + i
      end
    end
    i = i + 1
  end
  return count
end
local total = 0
local round = 0
while round < 4 do
  total = total + sieve(5000000)
  round = round + 1
end
print(total)
