-- Heartbeats of fans that the inventory saw. ARGV: per fan the id, until when a hold or payment keeps the slot (ms), the pass ('': none)
-- and its end (ms); then silence inside (ms) and cap. Returns {NO_ROOM} | as SlotCheck: {OK, passes without a slot ...}
if redis.call('EXISTS', meta) == 0 then
  return {'NO_ROOM'}
end
local silence, cap = tonumber(ARGV[#ARGV - 1]), tonumber(ARGV[#ARGV])
local gone = {'OK'}
for i = 1, #ARGV - 2, 4 do
  local fan, busy, pass, expiresAt = ARGV[i], tonumber(ARGV[i + 1]), ARGV[i + 2], tonumber(ARGV[i + 3])
  heartbeat(fan)
  local currentPass = redis.call('HGET', passes, fan)
  local used = redis.call('ZSCORE', ended, pass) or currentPass and currentPass ~= pass
  if pass ~= '' and not used and expiresAt > now and not redis.call('ZSCORE', inside, fan) and hasSlotFor(fan, cap) then
    -- admitted before the room lost its data
    wakeRoom()
    occupySlot(fan, pass, expiresAt)
  end
  if pass ~= '' and (used or not redis.call('ZSCORE', inside, fan)) then
    gone[#gone + 1] = pass
  elseif redis.call('ZSCORE', inside, fan) then
    redis.call('ZADD', seen, now, fan)
    redis.call('ZADD', alive, 'GT', math.max(now + silence, busy), fan)
  end
end
return gone
