-- Ends the draw: who came while it was made stands behind, in order of arrival. ARGV: how many were drawn
if get('drawn') == '1' or get('closing') ~= '1' then
  return {'DONE'}
end
redis.call('HSET', meta, 'next', math.max(tonumber(ARGV[1]), num('next')))
local short = numbersLack(redis.call('LLEN', late))
if short then
  return short
end
local number = num('next')
for _, fan in ipairs(redis.call('LRANGE', late, 0, -1)) do
  local ticket, has = place(fan)
  if ticket and not has then
    number = number + 1
    redis.call('HSET', fans, fan, ticket .. '|' .. number)
    redis.call('ZADD', line, number, fan)
  end
end
redis.call('DEL', late)
redis.call('UNLINK', lobby)
redis.call('HSET', meta, 'drawn', 1, 'next', number)
keep()
return {'DRAWN'}
