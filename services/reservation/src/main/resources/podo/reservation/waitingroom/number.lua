-- Writes a part of the draw. ARGV: first number, then fan and ticket id in drawn order. Repeating it changes nothing.
-- Without a room it rebuilds the line of one that was lost.
if get('drawn') == '1' then
  return 0
end
local lost = redis.call('EXISTS', meta) == 0
local number = tonumber(ARGV[1])
for i = 2, #ARGV, 2 do
  local ticket = place(ARGV[i])
  if lost or ticket == ARGV[i + 1] then
    redis.call('HSET', fans, ARGV[i], ARGV[i + 1] .. '|' .. number)
    redis.call('ZADD', line, number, ARGV[i])
    -- who fell asleep in the lobby is skipped, as anybody else who sleeps; the first sign of life ends that
    local asleep = not lost and now - tonumber(redis.call('ZSCORE', seen, ARGV[i]) or '0') > num('silenceInLobby')
    redis.call('ZADD', seen, asleep and 0 or now, ARGV[i])
  end
  number = number + 1
end
return 1
