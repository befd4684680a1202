-- Removes the fan and ends the pass; the slot is free at once. ARGV: fan, pass id ('': whatever pass the fan has), how long a pass
-- lasts (ms). Returns 1 when the fan was removed, else 0
local fan, pass = ARGV[1], ARGV[2]
if redis.call('EXISTS', meta) == 0 then
  if pass ~= '' then
    -- the room is being rebuilt: only the pass is marked as used up, no other key may be created
    endPass(pass, now + tonumber(ARGV[3]))
    redis.call('PEXPIRE', ended, ARGV[3])
  end
  return 0
end
local currentPass = redis.call('HGET', passes, fan)
if currentPass and (pass == '' or pass == currentPass) then
  endPass(currentPass, tonumber(redis.call('ZSCORE', inside, fan) or redis.call('ZSCORE', aside, fan) or now))
elseif pass ~= '' then
  endPass(pass, now + tonumber(ARGV[3])) -- a pass from before a loss of data, or one that a newer pass replaced
  return 0
end
if redis.call('ZREM', line, fan) == 1 then
  redis.call('HINCRBY', meta, 'gaveUp', 1)
end
redis.call('ZREM', offers, fan)
redis.call('ZREM', parked, fan)
redis.call('LREM', late, 0, fan)
removeFan(fan)
return 1
