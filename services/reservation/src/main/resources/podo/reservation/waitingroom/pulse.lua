-- What is the same for all: {serving, waiting, taken, smoothed rate, binding, closed, drawn, in the lobby, rebuilt}
if redis.call('EXISTS', meta) == 0 then
  return {'NO_ROOM'}
end
return {'OK', num('serving'), redis.call('ZCARD', line), taken(), get('smooth') or '0', get('binding') or '',
  get('closed') or '0', get('drawn') or '0', redis.call('HLEN', fans), get('rebuilt') or '0'}
