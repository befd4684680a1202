-- ARGV: fan, and a pass id when only that pass is to end. The slot is free at once.
local fan, pass = ARGV[1], ARGV[2]
if redis.call('EXISTS', meta) == 0 then
  return 0 -- a room that is being rebuilt must not come into being by a word of farewell
end
if pass ~= '' and redis.call('HGET', passes, fan) ~= pass then
  return 0
end
if redis.call('ZREM', line, fan) == 1 then
  redis.call('HINCRBY', meta, 'gaveUp', 1)
end
redis.call('ZREM', offers, fan)
redis.call('ZREM', parked, fan)
redis.call('LREM', late, 0, fan)
expel(fan)
return 1
