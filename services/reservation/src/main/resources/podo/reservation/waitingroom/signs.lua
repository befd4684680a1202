-- ARGV: per sign the fan, the moment (ms) until which a hold or a payment keeps them busy, and the pass they showed with its end
-- ('' and 0 without one); then the silence that is borne and the cap. Answers OK and the passes that have no slot.
if redis.call('EXISTS', meta) == 0 then
  return {'NO_ROOM'}
end
local silence, cap = tonumber(ARGV[#ARGV - 1]), tonumber(ARGV[#ARGV])
local gone = {'OK'}
for i = 1, #ARGV - 2, 4 do
  local fan, busy, pass, till = ARGV[i], tonumber(ARGV[i + 1]), ARGV[i + 2], tonumber(ARGV[i + 3])
  sign(fan)
  local own = redis.call('HGET', passes, fan)
  local used = redis.call('ZSCORE', ended, pass) or own and own ~= pass
  if pass ~= '' and not used and till > now and not redis.call('ZSCORE', inside, fan) and slotFor(fan, cap) then
    -- let in before the room lost its data: the slot counts again
    stir()
    takeSlot(fan, pass, till)
  end
  if pass ~= '' and (used or not redis.call('ZSCORE', inside, fan)) then
    gone[#gone + 1] = pass
  elseif redis.call('ZSCORE', inside, fan) then
    redis.call('ZADD', seen, now, fan)
    redis.call('ZADD', alive, 'GT', math.max(now + silence, busy), fan)
  end
end
return gone
