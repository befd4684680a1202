-- These fans stood in the lobby that Redis closed, and the list that counts was closed without them: they stand behind it.
-- ARGV: fan and ticket id of each
if get('drawn') == '1' or get('closing') ~= '1' then
  return 0
end
for i = 1, #ARGV, 2 do
  if redis.call('HGET', fans, ARGV[i]) == ARGV[i + 1] then
    redis.call('HSET', fans, ARGV[i], ARGV[i + 1] .. '|L')
    redis.call('RPUSH', late, ARGV[i])
  end
end
return 1
