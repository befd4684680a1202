-- ARGV: fan, milliseconds more, how often it may be asked for. Answers the standing, or REFUSED.
sign(ARGV[1])
local known = standing(ARGV[1])
if known[1] ~= 'ENTERED' then
  return known
end
local asked = tonumber(redis.call('HGET', meta, 'extended:' .. known[8]) or '0')
if asked >= tonumber(ARGV[3]) then
  return {'REFUSED'}
end
redis.call('HSET', meta, 'extended:' .. known[8], asked + 1)
redis.call('ZADD', inside, known[9] + tonumber(ARGV[2]), ARGV[1])
return standing(ARGV[1])
