-- Turns an offer into a pass. ARGV: fan, new pass id, how long a pass lasts (ms). Returns standing(fan) | {NO_ROOM}
if redis.call('EXISTS', meta) == 0 then
  return {'NO_ROOM'}
end
local fan = ARGV[1]
heartbeat(fan)
local known = standing(fan)
if known[1] ~= 'OFFERED' then
  return known
end
-- whole seconds, as in the signed pass
local expiresAt = math.floor((now + tonumber(ARGV[3])) / 1000) * 1000
redis.call('ZREM', offers, fan)
redis.call('HDEL', missed, fan)
redis.call('ZADD', inside, expiresAt, fan)
redis.call('ZADD', alive, now + silenceInside(), fan)
redis.call('HSET', passes, fan, ARGV[2])
return standing(fan)
