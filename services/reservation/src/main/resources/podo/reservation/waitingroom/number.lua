-- Writes a part of the draw. ARGV: first number, then fan and ticket id in drawn order. Repeating it changes nothing.
if get('drawn') == '1' then
  return 0
end
local number = tonumber(ARGV[1])
for i = 2, #ARGV, 2 do
  local ticket = place(ARGV[i])
  if ticket == ARGV[i + 1] then
    redis.call('HSET', fans, ARGV[i], ticket .. '|' .. number)
    redis.call('ZADD', line, number, ARGV[i])
    redis.call('ZADD', seen, 'GT', now, ARGV[i])
  end
  number = number + 1
end
return 1
