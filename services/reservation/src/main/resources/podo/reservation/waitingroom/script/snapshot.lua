-- The state of the line that all fans share. Returns {NO_ROOM} | as LineSnapshot: {OK, highest number served, waiting, slots taken,
-- average fans per second, binding, closed 0|1, drawn 0|1, fans in the room, rebuilt 0|1}
if redis.call('EXISTS', meta) == 0 then
  return {'NO_ROOM'}
end
return {'OK', num('serving'), redis.call('ZCARD', line), taken(), get('smooth') or '0', get('binding') or '',
  get('closed') or '0', get('drawn') or '0', redis.call('HLEN', fans), get('rebuilt') or '0'}
