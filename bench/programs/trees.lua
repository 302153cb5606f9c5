local function build(depth)
  if depth == 0 then return {} end
  return { build(depth - 1), build(depth - 1) }
end
local function count(t)
  if not t[1] then return 1 end
  return 1 + count(t[1]) + count(t[2])
end
local maxDepth = 15
local long = build(maxDepth)
for depth = 4, maxDepth, 4 do
  local rounds = 2 ^ (maxDepth - depth + 4)
  local check = 0
  for i = 1, rounds do check = check + count(build(depth)) end
  print(string.format("%d trees of depth %d check %d", rounds, depth, check))
end
print(string.format("long lived tree check %d", count(long)))
