-- Ends the draw; fans who joined during the draw stand behind it in order of arrival. ARGV: how many were drawn
-- Returns {DONE} when it had ended | {NO_NUMBERS, process, count} | {DRAWN}
if get('drawn') == '1' or get('closing') ~= '1' then
  return {'DONE'}
end
redis.call('HSET', meta, 'next', math.max(tonumber(ARGV[1]), num('next')))
local shortage = numberShortage(redis.call('LLEN', late))
if shortage then
  return shortage
end
local number = num('next')
for _, fan in ipairs(redis.call('LRANGE', late, 0, -1)) do
  local ticket, hasNumber = place(fan)
  if ticket and not hasNumber then
    number = number + 1
    redis.call('HSET', fans, fan, ticket .. '|' .. number)
    redis.call('ZADD', line, number, fan)
  end
end
redis.call('DEL', late)
redis.call('UNLINK', lobby)
redis.call('HSET', meta, 'drawn', 1, 'next', number)
setExpiry()
return {'DRAWN'}
