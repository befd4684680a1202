-- Lets nobody in between two ticks until the next one has looked at the levers.
if redis.call('EXISTS', meta) == 1 then
  redis.call('HSET', meta, 'open', 0)
end
return {}
