local function mandelbrot(size, limit)
  local total = 0
  local py = 0
  while py < size do
    local y0 = (py / size) * 2 - 1
    local px = 0
    while px < size do
      local x0 = (px / size) * 3 - 2
      local x, y, n = 0.0, 0.0, 0
      while n < limit and x * x + y * y <= 4 do
        local t = x * x - y * y + x0
        y = 2 * x * y + y0
        x = t
        n = n + 1
      end
      total = total + n
      px = px + 1
    end
    py = py + 1
  end
  return total
end
print(mandelbrot(500, 100))
