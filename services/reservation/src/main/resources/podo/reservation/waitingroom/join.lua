-- ARGV: fan, a fresh ticket id, number (0: none) and ticket id of a receipt, which count when the room has lost them
local fan, ticket, receipted = ARGV[1], ARGV[2], tonumber(ARGV[3])
if redis.call('EXISTS', meta) == 0 then
  return {'NO_ROOM'}
end
sign(fan)
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
stir()
local drawn = get('drawn') == '1'
if not drawn and now >= lobbyEnds() and get('closing') ~= '1' and redis.call('HLEN', fans) == 0 then
  -- the sale began with an empty lobby: there is nothing to draw, and this fan is the first
  redis.call('HSET', meta, 'drawn', 1)
  drawn = true
end
if drawn then
  local lack = numbersLack(1)
  if lack then
    return lack
  end
  -- a receipt tells what was lost, once; of everything else the room knows better who left, bought, or missed two offers
  local number = 0
  if receipted > 0 and wasLost(receipted) and redis.call('ZCOUNT', line, receipted, receipted) == 0
    and redis.call('ZCOUNT', parked, receipted, receipted) == 0 and redis.call('HSETNX', restored, receipted, fan) == 1 then
    number, ticket = receipted, ARGV[4]
  else
    number = redis.call('HINCRBY', meta, 'next', 1)
  end
  redis.call('HSET', fans, fan, ticket .. '|' .. number)
  if mayOfferAtOnce() then
    redis.call('HINCRBY', meta, 'budget', -1)
    offer(fan, number)
  else
    redis.call('ZADD', line, number, fan)
  end
elseif now < lobbyEnds() and get('closing') ~= '1' then
  -- who proves a ticket of a lobby that was lost has the same one again
  if ARGV[4] and ARGV[4] ~= '' and (get('rebuilt') == '1' or not sameProcess(get('saved'))) then
    ticket = ARGV[4]
  end
  redis.call('HSET', fans, fan, ticket)
elseif receipted > 0 then
  return {'REBUILDING'} -- the draw was lost in the second in which it ended, and is about to be written again
else
  redis.call('HSET', fans, fan, ticket .. '|L')
  redis.call('RPUSH', late, fan)
end
if redis.call('TTL', fans) < 0 then
  keep()
end
return standing(fan)
