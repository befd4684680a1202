-- Stops offers between ticks until the next tick has read the levers. Returns {}
if redis.call('EXISTS', meta) == 1 then
  redis.call('HSET', meta, 'open', 0)
end
return {}
