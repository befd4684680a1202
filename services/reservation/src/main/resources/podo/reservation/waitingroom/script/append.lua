-- Places fans behind the drawn list: Redis closed its list with them, the published list was closed without them.
-- ARGV: fan and ticket id of each. Returns 1, or 0 when no draw is running
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
