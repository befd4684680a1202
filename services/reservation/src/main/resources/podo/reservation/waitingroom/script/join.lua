-- Joins the line. ARGV: fan, new ticket id, number (0: none) and ticket id of a receipt, which restore a place that the room lost
-- Returns standing(fan) | {NO_ROOM} | {TOO_EARLY} | {REBUILDING} | {NO_NUMBERS, process, count}
local fan, ticket, receiptNumber = ARGV[1], ARGV[2], tonumber(ARGV[3])
if redis.call('EXISTS', meta) == 0 then
  return {'NO_ROOM'}
end
heartbeat(fan)
local known = standing(fan)
if known[1] ~= 'NONE' then
  return known
end
if get('closed') == '1' or get('draining') == '1' then
  return {'CLOSED', '', 0, 0, 0, num('serving'), 0, '', 0}
end
if now < num('lobbyOpensAt') then
  return {'TOO_EARLY'}
end
redis.call('ZADD', seen, now, fan)
wakeRoom()
local drawn = get('drawn') == '1'
if not drawn and now >= lobbyEnds() and get('closing') ~= '1' and redis.call('HLEN', fans) == 0 then
  -- the sale began with an empty lobby: there is nothing to draw
  redis.call('HSET', meta, 'drawn', 1)
  drawn = true
end
if drawn then
  local shortage = numberShortage(1)
  if shortage then
    return shortage
  end
  -- a receipt restores a lost number once; a number that was not lost belongs to a fan who left, bought or missed two offers
  local number = 0
  if receiptNumber > 0 and wasLost(receiptNumber) and redis.call('ZCOUNT', line, receiptNumber, receiptNumber) == 0
    and redis.call('ZCOUNT', parked, receiptNumber, receiptNumber) == 0 and redis.call('HSETNX', restored, receiptNumber, fan) == 1 then
    number, ticket = receiptNumber, ARGV[4]
  else
    number = redis.call('HINCRBY', meta, 'next', 1)
  end
  redis.call('HSET', fans, fan, ticket .. '|' .. number)
  if canOfferNow() then
    redis.call('HINCRBY', meta, 'budget', -1)
    offer(fan, number)
  else
    redis.call('ZADD', line, number, fan)
  end
elseif now < lobbyEnds() and get('closing') ~= '1' then
  -- a receipt of a lost lobby restores its ticket
  if ARGV[4] and ARGV[4] ~= '' and (get('rebuilt') == '1' or not sameProcess(get('saved'), get('checked'))) then
    ticket = ARGV[4]
  end
  redis.call('HSET', fans, fan, ticket)
elseif receiptNumber > 0 then
  return {'REBUILDING'} -- the draw was lost just after it ended, and is written again by the next tick
else
  redis.call('HSET', fans, fan, ticket .. '|L')
  redis.call('RPUSH', late, fan)
end
if redis.call('TTL', fans) < 0 then
  setExpiry()
end
return standing(fan)
