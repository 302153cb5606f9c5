local function place(b, row)
  local n = b.n
  if row == n then return 1 end
  local column, up, down = b.column, b.up, b.down
  local count = 0
  for c = 0, n - 1 do
    if not (column[c + 1] or up[row + c + 1] or down[row - c + n + 1]) then
      column[c + 1], up[row + c + 1], down[row - c + n + 1] = true, true, true
      count = count + place(b, row + 1)
      column[c + 1], up[row + c + 1], down[row - c + n + 1] = false, false, false
    end
  end
  return count
end
local n = 10
local b = { n = n, column = {}, up = {}, down = {} }
for i = 1, n do b.column[i] = false end
for i = 1, 2 * n do b.up[i], b.down[i] = false, false end
local count = 0
for round = 1, 50 do count = place(b, 0) end
print(string.format("%d", count))
