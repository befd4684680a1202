-- ARGV: fan, a fresh ticket id, the number of a receipt after a loss of data (0: none)
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
if now >= num('onSaleAt') and get('drawn') ~= '1' and redis.call('HLEN', fans) == 0 then
  -- the sale began with an empty lobby: there is nothing to draw, and this fan is the first
  redis.call('HSET', meta, 'drawn', 1)
end
if get('drawn') == '1' then
  -- a receipt tells a rebuilt room what it lost; elsewhere the room knows better who left, bought, or missed two offers
  local number = get('rebuilt') == '1' and receipted or 0
  if number == 0 then
    number = redis.call('HINCRBY', meta, 'next', 1)
  elseif number > num('next') then
    redis.call('HSET', meta, 'next', number)
  end
  redis.call('HSET', fans, fan, ticket .. '|' .. number)
  if mayOfferAtOnce() then
    redis.call('HINCRBY', meta, 'budget', -1)
    offer(fan, number)
  else
    redis.call('ZADD', line, number, fan)
  end
elseif receipted > 0 then
  -- the room is being rebuilt, and this fan can prove the number
  redis.call('HSET', fans, fan, ticket .. '|' .. receipted)
  redis.call('ZADD', line, receipted, fan)
  if receipted > num('next') then
    redis.call('HSET', meta, 'next', receipted)
  end
elseif now < num('onSaleAt') and get('closing') ~= '1' then
  redis.call('HSET', fans, fan, ticket)
else
  redis.call('HSET', fans, fan, ticket .. '|L')
  redis.call('RPUSH', late, fan)
end
return standing(fan)
