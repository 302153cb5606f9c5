local function a(i, j)
  local ij = i + j
  return 1 / (ij * (ij + 1) * 0.5 + i + 1)
end
local function times(v, u, n)
  for i = 0, n - 1 do
    local sum = 0
    for j = 0, n - 1 do sum = sum + a(i, j) * u[j + 1] end
    v[i + 1] = sum
  end
end
local function timesTransposed(v, u, n)
  for i = 0, n - 1 do
    local sum = 0
    for j = 0, n - 1 do sum = sum + a(j, i) * u[j + 1] end
    v[i + 1] = sum
  end
end
local n = 500
local u, v, w = {}, {}, {}
for i = 1, n do u[i], v[i], w[i] = 1, 0, 0 end
for round = 1, 10 do
  times(w, u, n)
  timesTransposed(v, w, n)
  times(w, v, n)
  timesTransposed(u, w, n)
end
local vBv, vv = 0, 0
for i = 1, n do
  vBv = vBv + u[i] * v[i]
  vv = vv + v[i] * v[i]
end
print(string.format("%.9f", math.sqrt(vBv / vv)))
