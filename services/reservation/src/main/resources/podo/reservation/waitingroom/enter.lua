-- ARGV: fan, a fresh pass id, how long a pass lasts (ms)
if redis.call('EXISTS', meta) == 0 then
  return {'NO_ROOM'}
end
local fan = ARGV[1]
sign(fan)
local known = standing(fan)
if known[1] ~= 'OFFERED' then
  return known
end
-- whole seconds: the pass is a token, and its end must be the same in both places
local till = math.floor((now + tonumber(ARGV[3])) / 1000) * 1000
redis.call('ZREM', offers, fan)
redis.call('HDEL', missed, fan)
redis.call('ZADD', inside, till, fan)
redis.call('ZADD', alive, now + silenceInside(), fan)
redis.call('HSET', passes, fan, ARGV[2])
return standing(fan)
