-- ARGV: fan, and a pass id when only that pass is to end, and how long a pass lasts (ms). The slot is free at once, and the pass
-- is used up.
local fan, pass = ARGV[1], ARGV[2]
if redis.call('EXISTS', meta) == 0 then
  if pass ~= '' then
    -- a room that is being rebuilt must not come into being by a word of farewell, and the pass is used up all the same
    endPass(pass, now + tonumber(ARGV[3]))
    redis.call('PEXPIRE', ended, ARGV[3])
  end
  return 0
end
local own = redis.call('HGET', passes, fan)
if own and (pass == '' or pass == own) then
  endPass(own, tonumber(redis.call('ZSCORE', inside, fan) or redis.call('ZSCORE', aside, fan) or now))
elseif pass ~= '' then
  endPass(pass, now + tonumber(ARGV[3])) -- of a room that lost its data, or one that the fan has a newer pass for
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
