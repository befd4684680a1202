-- Extends a pass. ARGV: fan, added time (ms), how many extensions a pass may have. Returns standing(fan) | {REFUSED}
heartbeat(ARGV[1])
local known = standing(ARGV[1])
if known[1] ~= 'ENTERED' then
  return known
end
local extensions = tonumber(redis.call('HGET', meta, 'extended:' .. known[8]) or '0')
if extensions >= tonumber(ARGV[3]) then
  return {'REFUSED'}
end
redis.call('HSET', meta, 'extended:' .. known[8], extensions + 1)
redis.call('ZADD', inside, known[9] + tonumber(ARGV[2]), ARGV[1])
return standing(ARGV[1])
